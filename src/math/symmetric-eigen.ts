import { farthestSign } from "./farthest-sign.js";

/** Eigenvalues of a symmetric matrix, largest first, and its eigenvectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row k is the unit vector of value k; its part farthest from 0 is positive. */
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix of size n × n, row by row in a flat array,
 * by Jacobi's rotations: each makes one off-diagonal entry 0, until all are. Exact to rounding, for
 * matrices of a few hundred rows at most: O(n³) a sweep, some six to ten sweeps. Golub and Van
 * Loan, Matrix Computations, 2013, section 8.5.
 *
 * @example
 * symmetricEigen(Float64Array.of(2, 0, 0, 3), 2).values; // Float64Array [3, 2]
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const rotated = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let k = 0; k < size; k++) vectors[k * size + k] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotations = 0;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotations += rotate(rotated, vectors, size, p, q);
    }
    if (rotations === 0) break;
  }
  return sorted(rotated, vectors, size);
}

/** Makes the entry (p, q) 0; returns 0 where it is already, but for rounding. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): 0 | 1 {
  const offDiagonal = matrix[p * size + q];
  const [atP, atQ] = [matrix[p * size + p], matrix[q * size + q]];
  if (Math.abs(offDiagonal) <= Number.EPSILON * Math.sqrt(Math.abs(atP * atQ))) return 0;
  const slope = (atQ - atP) / (2 * offDiagonal);
  const tangent = Math.sign(slope || 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turn(matrix, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) turn(matrix, p * size + k, q * size + k, cosine, sine);
  for (let k = 0; k < size; k++) turn(vectors, p * size + k, q * size + k, cosine, sine);
  matrix[p * size + q] = 0;
  matrix[q * size + p] = 0;
  return 1;
}

function turn(values: Float64Array, first: number, second: number, cosine: number, sine: number): void {
  const a = values[first];
  const b = values[second];
  values[first] = cosine * a - sine * b;
  values[second] = sine * a + cosine * b;
}

/** The diagonal from the largest value down, and the vectors in the same order. */
function sorted(matrix: Float64Array, vectors: Float64Array, size: number): SymmetricEigen {
  const diagonal = Float64Array.from({ length: size }, (_, k) => matrix[k * size + k]);
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[b] - diagonal[a]);
  const ordered = new Float64Array(size * size);
  for (const [place, k] of order.entries()) {
    const vector = vectors.subarray(k * size, (k + 1) * size);
    const sign = farthestSign(vector);
    ordered.set(
      vector.map((part) => sign * part),
      place * size,
    );
  }
  return { values: Float64Array.from(order, (k) => diagonal[k]), vectors: ordered };
}
