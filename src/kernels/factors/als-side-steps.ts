import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { dotOfRows } from "../dense/factor-rows.js";

/** Where the squared length of the rest is below this, the equations are solved. */
const SOLVED = 1e-20;

/**
 * Brings the factors x of every row nearer to what {@link solveAlsSide} solves,
 *
 *     (base + Σ weight × y yᵀ + pull × I) x = Σ target × y
 *
 * by some `steps` of conjugate gradients from where they are. The matrix is never made: a step takes O(n × width + width²) for n
 * entries. `base` is read whole, both halves. Rows without entries become 0. Takács, Pilászy and Tikk, Applications of the
 * conjugate gradient method for implicit feedback collaborative filtering, RecSys 2011.
 */
export function stepAlsSide(
  { starts, indices: columns, values: weights, rowCount }: CsrMatrix,
  targets: Float64Array,
  pulls: Float64Array,
  base: Float64Array,
  width: number,
  others: Float64Array,
  steps: number,
  into: Float64Array,
): void {
  const rest = new Float64Array(width);
  const direction = new Float64Array(width);
  const image = new Float64Array(width);
  for (let row = 0; row < rowCount; row++) {
    const [start, end] = [starts[row], starts[row + 1]];
    const x = into.subarray(row * width, (row + 1) * width);
    if (start === end) {
      x.fill(0);
      continue;
    }
    const pull = pulls[row];
    multiply(columns, weights, start, end, pull, base, width, others, x, image);
    for (let a = 0; a < width; a++) rest[a] = -image[a];
    for (let k = start; k < end; k++) addRow(others, columns[k] * width, targets[k], rest);
    direction.set(rest);
    let square = dotOfRows(rest, 0, rest, 0, width);
    for (let step = 0; step < steps && square >= SOLVED; step++) {
      multiply(columns, weights, start, end, pull, base, width, others, direction, image);
      const length = square / dotOfRows(direction, 0, image, 0, width);
      for (let a = 0; a < width; a++) {
        x[a] += length * direction[a];
        rest[a] -= length * image[a];
      }
      const next = dotOfRows(rest, 0, rest, 0, width);
      for (let a = 0; a < width; a++) direction[a] = rest[a] + (next / square) * direction[a];
      square = next;
    }
  }
}

/** Writes (base + Σ weight × y yᵀ + pull × I) x. Four rows go together, so that x and its image are read once for all of them. */
function multiply(
  columns: Int32Array,
  weights: Float64Array,
  start: number,
  end: number,
  pull: number,
  base: Float64Array,
  width: number,
  others: Float64Array,
  x: Float64Array,
  image: Float64Array,
): void {
  for (let a = 0; a < width; a++) image[a] = pull * x[a];
  let a = 0;
  for (; a + 3 < width; a += 4) {
    const row = a * width;
    addFour(
      base,
      row,
      row + width,
      row + 2 * width,
      row + 3 * width,
      x[a],
      x[a + 1],
      x[a + 2],
      x[a + 3],
      image,
    );
  }
  for (; a < width; a++) addRow(base, a * width, x[a], image);
  let k = start;
  for (; k + 3 < end; k += 4) {
    const y0 = columns[k] * width;
    const y1 = columns[k + 1] * width;
    const y2 = columns[k + 2] * width;
    const y3 = columns[k + 3] * width;
    let [dot0, dot1, dot2, dot3] = [0, 0, 0, 0];
    for (let a = 0; a < width; a++) {
      const value = x[a];
      dot0 += others[y0 + a] * value;
      dot1 += others[y1 + a] * value;
      dot2 += others[y2 + a] * value;
      dot3 += others[y3 + a] * value;
    }
    addFour(
      others,
      y0,
      y1,
      y2,
      y3,
      weights[k] * dot0,
      weights[k + 1] * dot1,
      weights[k + 2] * dot2,
      weights[k + 3] * dot3,
      image,
    );
  }
  for (; k < end; k++) {
    const y = columns[k] * width;
    addRow(others, y, weights[k] * dotOfRows(others, y, x, 0, width), image);
  }
}

/** Adds four rows, each times a number. */
function addFour(
  rows: Float64Array,
  row0: number,
  row1: number,
  row2: number,
  row3: number,
  times0: number,
  times1: number,
  times2: number,
  times3: number,
  into: Float64Array,
): void {
  for (let a = 0; a < into.length; a++) {
    const first = times0 * rows[row0 + a] + times1 * rows[row1 + a];
    into[a] += first + (times2 * rows[row2 + a] + times3 * rows[row3 + a]);
  }
}

/** Adds a row, times a number. */
function addRow(rows: Float64Array, row: number, times: number, into: Float64Array): void {
  for (let a = 0; a < into.length; a++) into[a] += times * rows[row + a];
}
