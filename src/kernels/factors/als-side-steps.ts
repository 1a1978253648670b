import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { addRow } from "../dense/add-row.js";
import { addRows } from "../dense/add-rows.js";
import type { Factors } from "../dense/factors.js";
import { fastDot } from "../dense/fast-dot.js";
import type { AlsEquations } from "./als-equations.js";

/** The equations are solved when the squared length of the residual is below this. */
const SOLVED = 1e-20;

/** Entries whose factors are read twice while they are in the cache; a multiple of 4. */
const BLOCK = 16;

/**
 * Brings the factors of every row nearer to the solution of its {@link AlsEquations}, by `steps`
 * conjugate gradient steps from the factors in `into`. The matrix is never formed: a step takes
 * O(n × width + width²) for n entries. Rows without entries become 0. Takács, Pilászy and Tikk,
 * Applications of the conjugate gradient method for implicit feedback collaborative filtering,
 * RecSys 2011. Reference: src/reference/factors/als-side.ts.
 *
 * @param base both halves are read
 * @param others the factors of the columns
 */
export function stepAlsSide(
  equations: AlsEquations,
  base: Float64Array,
  others: Factors,
  steps: number,
  into: Factors,
): void {
  const { targets } = equations;
  const { starts, indices, rowCount } = equations.weights;
  const { width } = others;
  const left = leftSide(equations, base, others);
  const residual = new Float64Array(width);
  const direction = new Float64Array(width);
  const image = new Float64Array(width);
  for (let row = 0; row < rowCount; row++) {
    const [start, end] = [starts[row], starts[row + 1]];
    const x = into.values.subarray(row * width, (row + 1) * width);
    if (start === end) {
      x.fill(0);
      continue;
    }
    multiply(left, row, x, image);
    for (let a = 0; a < width; a++) residual[a] = -image[a];
    for (let k = start; k < end; k++) addRow(others.values, indices[k] * width, targets[k], residual);
    direction.set(residual);
    let square = fastDot(residual, residual, 0, 0, width);
    for (let step = 0; step < steps && square >= SOLVED; step++) {
      multiply(left, row, direction, image);
      const length = square / fastDot(direction, image, 0, 0, width);
      for (let a = 0; a < width; a++) {
        x[a] += length * direction[a];
        residual[a] -= length * image[a];
      }
      const next = fastDot(residual, residual, 0, 0, width);
      for (let a = 0; a < width; a++) direction[a] = residual[a] + (next / square) * direction[a];
      square = next;
    }
  }
}

/** The matrices on the left side of all rows' equations, as the parts of which they are sums. */
interface LeftSide {
  readonly equations: AlsEquations;
  readonly base: Factors;
  readonly others: Factors;
  /** 0, 1, 2 …: the rows of `base`. */
  readonly allRows: Int32Array;
  readonly scales: Float64Array;
}

function leftSide(equations: AlsEquations, base: Float64Array, others: Factors): LeftSide {
  const { width } = others;
  const allRows = new Int32Array(width).map((_, row) => row);
  return { equations, base: { values: base, width }, others, allRows, scales: new Float64Array(BLOCK) };
}

/** Writes (base + Σ weight × y yᵀ + regularization × I) x of one row. */
function multiply(left: LeftSide, row: number, x: Float64Array, image: Float64Array): void {
  const { equations, base, others, allRows, scales } = left;
  const { weights, regularization } = equations;
  const { starts, indices } = weights;
  for (let a = 0; a < x.length; a++) image[a] = regularization[row] * x[a];
  addRows(base, allRows, 0, x.length, x, image);
  for (let k = starts[row]; k < starts[row + 1]; k += BLOCK) {
    const end = Math.min(k + BLOCK, starts[row + 1]);
    writeScales(weights, k, end, others, x, scales);
    addRows(others, indices, k, end, scales, image);
  }
}

/**
 * Writes weight × (y · x) of the entries from `start` to below `end`. Four at a time, so that x is
 * read once for all four. Plain: `scales[k - start] = weights[k] * fastDot(…);`.
 */
function writeScales(
  { indices, values: weights }: CsrMatrix,
  start: number,
  end: number,
  { values, width }: Factors,
  x: Float64Array,
  scales: Float64Array,
): void {
  let k = start;
  for (; k + 3 < end; k += 4) {
    const y0 = indices[k] * width;
    const y1 = indices[k + 1] * width;
    const y2 = indices[k + 2] * width;
    const y3 = indices[k + 3] * width;
    let [dot0, dot1, dot2, dot3] = [0, 0, 0, 0];
    for (let a = 0; a < width; a++) {
      const value = x[a];
      dot0 += values[y0 + a] * value;
      dot1 += values[y1 + a] * value;
      dot2 += values[y2 + a] * value;
      dot3 += values[y3 + a] * value;
    }
    scales[k - start] = weights[k] * dot0;
    scales[k - start + 1] = weights[k + 1] * dot1;
    scales[k - start + 2] = weights[k + 2] * dot2;
    scales[k - start + 3] = weights[k + 3] * dot3;
  }
  for (; k < end; k++) scales[k - start] = weights[k] * fastDot(values, x, indices[k] * width, 0, width);
}
