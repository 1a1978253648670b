import { farthestSign } from "../math/farthest-sign.js";
import { type RandomSettings, random } from "../math/random.js";
import { symmetricEigen } from "../math/symmetric-eigen.js";
import { reportProgress, type TaskOptions } from "../task/report-progress.js";
import type { CsrMatrix } from "./csr-matrix.js";

/** Settings of {@link truncatedSvd}. */
export interface TruncatedSvdOptions extends Partial<RandomSettings>, TaskOptions {
  /** How many iterations at most, from 1. @default 100 */
  readonly iterations?: number;
  /** Stops where no vector is farther from right than this, as a share of the largest singular value squared. @default 1e-8 */
  readonly tolerance?: number;
}

/** The best approximation of a matrix by few numbers for each row and column: `projections` × `rightVectors`ᵀ. */
export interface TruncatedSvd {
  /** The largest ones, largest first; 0 from the rank of the matrix on. */
  readonly singularValues: Float64Array;
  /** A row of `count` numbers for each column of the matrix; the farthest from 0 of each vector is positive. */
  readonly rightVectors: Float64Array;
  /** A row of `count` numbers for each row of the matrix: the matrix × `rightVectors`, or the left vectors × the singular values. */
  readonly projections: Float64Array;
  /** How many iterations it took. */
  readonly iterations: number;
}

/** So many vectors more are carried along: the wanted ones then come clear of the rest faster. */
const spareVectors = (count: number) => 10 + Math.ceil(count / 4);
/** The filter lifts the largest vector no more than this, so that rounding does not drown the smallest. */
const LARGEST_LIFT = 1e12;
/** A filter of higher degree only makes iterations longer. */
const MOST_DEGREES = 12;

/**
 * The `count` largest singular values of a sparse matrix A and their vectors, by randomised subspace iteration: random vectors
 * are turned towards the largest singular vectors by a polynomial of AᵀA, which is small for all small singular values
 * (Chebyshev's), again and again; within their span the best vectors are found exactly. Singular values are right to about the
 * square of the tolerance. O(iterations × width × (entries + columns × width)), width being some 1.25 × count + 10 and an iteration up to 13 products with AᵀA: cheapest
 * where the columns are fewer than the rows. Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 53
 * (2011); Zhou, Saad, Tiago and Chelikowsky, Self-consistent-field calculations using Chebyshev-filtered subspace iteration,
 * Journal of Computational Physics 219 (2006).
 *
 * @example
 * // The matrix with rows (3, 0) and (0, 2).
 * const [starts, indices] = [Int32Array.of(0, 1, 2), Int32Array.of(0, 1)];
 * const values = Float64Array.of(3, 2);
 * const matrix = CsrMatrix.fromRows({ starts, indices, values, columnCount: 2 });
 * truncatedSvd(matrix, 1).singularValues[0].toFixed(6); // "3.000000"
 */
export function truncatedSvd(
  matrix: CsrMatrix,
  count: number,
  { iterations = 100, tolerance = 1e-8, seed, generator, ...task }: TruncatedSvdOptions = {},
): TruncatedSvd {
  const { rowCount, columnCount } = matrix;
  const width = Math.min(count + spareVectors(count), rowCount, columnCount);
  const found = Math.min(count, width);
  const drawn = random({ seed, generator });
  const start = new Float64Array(columnCount * width).map(() => drawn.normal());
  let basis = timesGram(matrix, start, width);
  let right = basis;
  let done = 0;
  for (;;) {
    reportProgress(task, { done, total: iterations });
    orthonormalize(basis, width);
    const image = timesGram(matrix, basis, width);
    const { values, vectors } = symmetricEigen(product(basis, image, width), width);
    right = combined(basis, vectors, width, found);
    const rest = largestRest(combined(image, vectors, width, found), right, values, found);
    const error = rest / (values[0] || 1);
    done++;
    if (done >= iterations || !(error > tolerance)) break;
    basis = filtered(matrix, combined(basis, vectors, width, width), values);
  }
  reportProgress(task, { done: iterations, total: iterations });
  const signs = Array.from({ length: found }, (_, k) => farthestSign(right, k, found));
  const signed = right.map((part, k) => signs[k % found] * part);
  const rightVectors = widened(signed, found, count);
  const projections = times(matrix, rightVectors, count);
  return { singularValues: columnNorms(projections, count), rightVectors, projections, iterations: done };
}

/**
 * The vectors times a Chebyshev polynomial of AᵀA, which stays within ±1 from 0 to the smallest of their values and grows beyond
 * as fast as a polynomial can. At least AᵀA itself.
 */
function filtered(matrix: CsrMatrix, vectors: Float64Array, values: Float64Array): Float64Array {
  const width = values.length;
  const half = values[width - 1] / 2;
  const lift = Math.acosh(Math.max(1, values[0] / half - 1));
  const degree = half > 0 ? Math.floor(Math.acosh(LARGEST_LIFT) / lift) : 1;
  let image = timesGram(matrix, vectors, width);
  if (!(degree > 1)) return image;
  let before = vectors;
  let last: Float64Array = image.map((value, k) => value / half - before[k]);
  for (let k = 2; k <= Math.min(degree, MOST_DEGREES); k++) {
    image = timesGram(matrix, last, width);
    for (let place = 0; place < image.length; place++) {
      image[place] = 2 * (image[place] / half - last[place]) - before[place];
    }
    before = last;
    last = image;
  }
  return last;
}

/** The length of each column of a matrix with `width` of them. */
export function columnNorms(matrix: Float64Array, width: number): Float64Array {
  const norms = new Float64Array(width);
  for (let k = 0; k < matrix.length; k++) norms[k % width] += matrix[k] ** 2;
  return norms.map(Math.sqrt);
}

/** A × vectors, which are columns of a matrix with `width` of them. */
function times({ rowCount, starts, indices, values }: CsrMatrix, vectors: Float64Array, width: number) {
  const into = new Float64Array(rowCount * width);
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const [value, column] = [values[k], indices[k] * width];
      for (let f = 0; f < width; f++) into[row * width + f] += value * vectors[column + f];
    }
  }
  return into;
}

/** AᵀA × vectors. */
function timesGram(matrix: CsrMatrix, vectors: Float64Array, width: number): Float64Array {
  const { rowCount, starts, indices, values } = matrix;
  const images = times(matrix, vectors, width);
  const into = new Float64Array(vectors.length);
  for (let row = 0; row < rowCount; row++) {
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      const [value, column] = [values[k], indices[k] * width];
      for (let f = 0; f < width; f++) into[column + f] += value * images[row * width + f];
    }
  }
  return into;
}

/**
 * Makes the columns unit vectors at right angles, in place: each is freed of those before it, twice, because once is not enough
 * where little of it is left. A column that nothing is left of becomes 0.
 */
function orthonormalize(basis: Float64Array, width: number): void {
  const dots = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    const before = columnNorm(basis, width, column);
    for (let pass = 0; pass < 2; pass++) {
      dots.fill(0);
      for (let row = 0; row < basis.length; row += width) {
        for (let f = 0; f < column; f++) dots[f] += basis[row + f] * basis[row + column];
      }
      for (let row = 0; row < basis.length; row += width) {
        for (let f = 0; f < column; f++) basis[row + column] -= dots[f] * basis[row + f];
      }
    }
    const norm = columnNorm(basis, width, column);
    const factor = norm > 1e-14 * before ? 1 / norm : 0;
    for (let row = 0; row < basis.length; row += width) basis[row + column] *= factor;
  }
}

function columnNorm(matrix: Float64Array, width: number, column: number): number {
  let squares = 0;
  for (let row = 0; row < matrix.length; row += width) squares += matrix[row + column] ** 2;
  return Math.sqrt(squares);
}

/** firstᵀ × second, of two matrices with `width` columns. */
function product(first: Float64Array, second: Float64Array, width: number): Float64Array {
  const into = new Float64Array(width * width);
  for (let row = 0; row < first.length; row += width) {
    for (let a = 0; a < width; a++) {
      const value = first[row + a];
      for (let b = 0; b < width; b++) into[a * width + b] += value * second[row + b];
    }
  }
  return into;
}

/** The combinations of the columns that the first `count` rows of `weights` say. */
function combined(columns: Float64Array, weights: Float64Array, width: number, count: number): Float64Array {
  const rows = columns.length / width;
  const into = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (let f = 0; f < width; f++) sum += columns[row * width + f] * weights[k * width + f];
      into[row * count + k] = sum;
    }
  }
  return into;
}

/** How far AᵀA × vector is from value × vector, at most. */
function largestRest(images: Float64Array, vectors: Float64Array, values: Float64Array, width: number) {
  const rests = images.map((image, k) => image - values[k % width] * vectors[k]);
  return columnNorms(rests, width).reduce((most, norm) => Math.max(most, norm), 0);
}

/** The same rows with zeros after them. */
function widened(rows: Float64Array, width: number, wanted: number): Float64Array {
  if (width === wanted) return rows;
  const into = new Float64Array((rows.length / width) * wanted);
  for (let k = 0; k < rows.length; k++) into[Math.floor(k / width) * wanted + (k % width)] = rows[k];
  return into;
}
