import { farthestSign } from "../math/farthest-sign.js";
import { type RandomSettings, random } from "../math/random.js";
import { symmetricEigen } from "../math/symmetric-eigen.js";
import { reportProgress, type TaskOptions } from "../task/report-progress.js";
import type { CsrMatrix } from "./csr-matrix.js";
import { transpose } from "./transpose.js";

/** Settings of {@link truncatedSvd}. */
export interface TruncatedSvdOptions extends Partial<RandomSettings>, TaskOptions {
  /** Iterations at most, from 1. @default 100 */
  readonly iterations?: number;
  /**
   * Converged if |AᵀA v − σ² v| of every vector is at most this share of the largest σ².
   *
   * @default 1e-8
   */
  readonly tolerance?: number;
}

/** The best approximation of a matrix of a given rank: `projections` × `rightVectors`ᵀ. */
export interface TruncatedSvd {
  /** In descending order; 0 beyond the rank of the matrix. */
  readonly singularValues: Float64Array;
  /**
   * Columns of the matrix × `count`, row by row. The entry of each vector that is farthest from 0
   * is positive.
   */
  readonly rightVectors: Float64Array;
  /**
   * Rows of the matrix × `count`, row by row: the matrix × `rightVectors`, which are the left
   * vectors × the singular values.
   */
  readonly projections: Float64Array;
  /** Iterations run. */
  readonly iterations: number;
}

/** Oversampling: extra vectors speed up convergence. */
const oversampling = (count: number) => 10 + Math.ceil(count / 4);
/**
 * The filter amplifies the largest vector at most so much, or rounding would swamp the smallest.
 */
const MAX_AMPLIFICATION = 1e12;
/** A filter of higher degree only makes iterations longer. */
const MAX_DEGREE = 12;

/**
 * The `count` largest singular values of a sparse matrix A and their vectors, by randomized
 * subspace iteration. Each iteration multiplies a random basis by a Chebyshev polynomial of AᵀA,
 * which damps small singular values, makes it orthonormal, and solves the eigenproblem of AᵀA
 * within its span (Rayleigh–Ritz). The relative error of singular values is about the square of the
 * tolerance.
 *
 * O(iterations × width × (entries + columns × width)), width ≈ 1.25 × count + 10; an iteration is
 * up to 13 products with AᵀA. Cheapest for fewer columns than rows. Halko, Martinsson and Tropp,
 * Finding structure with randomness, SIAM Review 53 (2011); Zhou, Saad, Tiago and Chelikowsky,
 * Self-consistent-field calculations using Chebyshev-filtered subspace iteration, Journal of
 * Computational Physics 219 (2006).
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
  const width = Math.min(count + oversampling(count), rowCount, columnCount);
  const found = Math.min(count, width);
  const drawn = random({ seed, generator });
  const transposed = transpose(matrix);
  const timesGram = (vectors: Float64Array): Float64Array =>
    times(transposed, times(matrix, vectors, width), width);
  let basis = timesGram(new Float64Array(columnCount * width).map(() => drawn.normal()));
  let right = basis;
  let done = 0;
  for (;;) {
    reportProgress(task, { done, total: iterations });
    orthonormalize(basis, width);
    const image = timesGram(basis);
    const { values, vectors } = symmetricEigen(product(basis, image, width), width);
    right = combined(basis, vectors, width, found);
    const residual = largestResidual(combined(image, vectors, width, found), right, values, found);
    if (++done >= iterations || !(residual / (values[0] || 1) > tolerance)) break;
    basis = filtered(timesGram, combined(basis, vectors, width, width), values);
  }
  reportProgress(task, { done: iterations, total: iterations });
  const rightVectors = new Float64Array(columnCount * count);
  for (let k = 0; k < found; k++) {
    const sign = farthestSign(right, k, found);
    for (let row = 0; row < columnCount; row++) rightVectors[row * count + k] = sign * right[row * found + k];
  }
  const projections = times(matrix, rightVectors, count);
  return { singularValues: columnNorms(projections, count), rightVectors, projections, iterations: done };
}

/**
 * The vectors times a Chebyshev polynomial of AᵀA: within ±1 for eigenvalues from 0 to the smallest
 * of `values`, and growing as fast as any polynomial of its degree above. The degree is at least 1.
 */
function filtered(
  timesGram: (vectors: Float64Array) => Float64Array,
  vectors: Float64Array,
  values: Float64Array,
): Float64Array {
  const width = values.length;
  const half = values[width - 1] / 2;
  const lift = Math.acosh(Math.max(1, values[0] / half - 1));
  const degree = half > 0 ? Math.floor(Math.acosh(MAX_AMPLIFICATION) / lift) : 1;
  let image = timesGram(vectors);
  if (!(degree > 1)) return image;
  let before = vectors;
  let last: Float64Array = image.map((value, k) => value / half - before[k]);
  for (let k = 2; k <= Math.min(degree, MAX_DEGREE); k++) {
    image = timesGram(last);
    for (let place = 0; place < image.length; place++) {
      image[place] = 2 * (image[place] / half - last[place]) - before[place];
    }
    before = last;
    last = image;
  }
  return last;
}

/** The Euclidean norm of each column of a dense matrix with `width` columns. */
export function columnNorms(matrix: Float64Array, width: number): Float64Array {
  const norms = new Float64Array(width);
  for (let k = 0; k < matrix.length; k++) norms[k % width] += matrix[k] ** 2;
  return norms.map(Math.sqrt);
}

/** A × vectors, the `width` columns of a dense matrix. */
function times({ rowCount, starts, indices, values }: CsrMatrix, vectors: Float64Array, width: number) {
  const into = new Float64Array(rowCount * width);
  const places = indices.map((index) => index * width);
  for (let row = 0; row < rowCount; row++) {
    const to = row * width;
    let k = starts[row];
    // Four entries at once, in the same order of additions.
    for (; k + 3 < starts[row + 1]; k += 4) {
      const [value0, value1, value2, value3] = [values[k], values[k + 1], values[k + 2], values[k + 3]];
      const [place0, place1, place2, place3] = [places[k], places[k + 1], places[k + 2], places[k + 3]];
      for (let f = 0; f < width; f++) {
        into[to + f] =
          into[to + f] +
          value0 * vectors[place0 + f] +
          value1 * vectors[place1 + f] +
          value2 * vectors[place2 + f] +
          value3 * vectors[place3 + f];
      }
    }
    for (; k < starts[row + 1]; k++) {
      const value = values[k];
      const place = places[k];
      for (let f = 0; f < width; f++) into[to + f] += value * vectors[place + f];
    }
  }
  return into;
}

/**
 * Makes the columns orthonormal in place, by Gram–Schmidt. Each column is projected twice, because
 * rounding spoils the first projection of a nearly dependent one. A dependent column becomes 0.
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

/** Linear combinations of the columns, with the first `count` rows of `weights` as coefficients. */
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

/** The largest norm of a residual AᵀA × vector − value × vector. */
function largestResidual(images: Float64Array, vectors: Float64Array, values: Float64Array, width: number) {
  return Math.max(
    ...columnNorms(
      images.map((image, k) => image - values[k % width] * vectors[k]),
      width,
    ),
  );
}
