import { dot } from "../../math/dot.js";
import { sum } from "../../math/sum.js";

/**
 * A rating of one user, or of one item: its place in least squares, and the factors on the other
 * side.
 */
export interface WeightedFactors {
  /** The factors y of the rated item (or of the user who rated). */
  readonly factors: readonly number[];
  /** w: 1 for explicit ratings, confidence − 1 for implicit feedback. */
  readonly weight: number;
  /** b: the residual of an explicit rating, confidence × preference for implicit feedback. */
  readonly target: number;
}

/** A system of linear equations A x = b. */
export interface LinearEquations {
  /** A, row by row. */
  readonly matrix: number[][];
  /** b. */
  readonly vector: number[];
}

/**
 * The equations of one user's factors x, given the factors y of the rated items (or the other way
 * round):
 *
 *     (base + Σ w y yᵀ + λ I) x = Σ b y
 *
 * Their solution is where the gradient of the squared error is 0. `base` is 0 for explicit ratings.
 * For implicit feedback it is Σ y yᵀ over all items, rated or not. Reference for
 * `kernels/factors/normal-equations.ts`. O(ratings × factors²).
 */
export function normalEquations(
  ratings: readonly WeightedFactors[],
  base: readonly (readonly number[])[],
  lambda: number,
): LinearEquations {
  const matrix = base.map((row, a) => row.map((value, b) => (a === b ? value + lambda : value)));
  const vector = base.map(() => 0);
  for (const { factors: y, weight, target } of ratings) {
    for (const [a, ya] of y.entries()) {
      vector[a] += target * ya;
      for (const [b, yb] of y.entries()) matrix[a][b] += weight * ya * yb;
    }
  }
  return { matrix, vector };
}

/**
 * The exact solution x of A x = b for a symmetric positive definite A, by Gaussian elimination:
 * each equation in turn removes its unknown from all others. Reference for
 * `kernels/factors/als-side.ts`, which decomposes A by Cholesky in half the time. O(unknowns³).
 */
export function solveEquations({ matrix, vector }: LinearEquations): number[] {
  const rows = matrix.map((row, a) => [...row, vector[a]]);
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k];
    for (let column = 0; column < pivotRow.length; column++) pivotRow[column] /= pivot;
    for (const row of rows) {
      const times = row[k];
      if (row === pivotRow) continue;
      for (let column = 0; column < row.length; column++) row[column] -= times * pivotRow[column];
    }
  }
  return rows.map((row) => row[row.length - 1]);
}

/**
 * Conjugate gradient steps towards the solution of A x = b, for a symmetric positive definite A:
 *
 *     r = b − A x,  p = r, and in each step
 *     α = (r · r) / (p · A p),  x += α p,  r −= α A p,  p = r + (new r · r / old r · r) p
 *
 * r is the residual, p the direction. As many steps as unknowns reach the solution, but for
 * rounding. Takács, Pilászy and Tikk, RecSys 2011. Reference for
 * `kernels/factors/als-side-steps.ts`. O(steps × unknowns²).
 */
export function conjugateGradientSteps(
  { matrix, vector }: LinearEquations,
  start: readonly number[],
  steps: number,
): number[] {
  const times = (x: readonly number[]) => matrix.map((row) => dot(row, x));
  const x = [...start];
  const image = times(x);
  const r = vector.map((value, a) => value - image[a]);
  let p = [...r];
  for (let step = 0; step < steps; step++) {
    const square = dot(r, r);
    if (square < 1e-20) break;
    const ap = times(p);
    const alpha = square / dot(p, ap);
    for (let a = 0; a < x.length; a++) {
      x[a] += alpha * p[a];
      r[a] -= alpha * ap[a];
    }
    const beta = dot(r, r) / square;
    p = r.map((value, a) => value + beta * p[a]);
  }
  return x;
}

/**
 * The x ≥ 0 for which ½ xᵀ A x − bᵀ x is least, by coordinate descent: pass after pass, each number
 * takes its best value while the others are fixed,
 *
 *     x[a] = max(0, (b[a] − Σ over the others c: A[a, c] x[c]) / A[a, a])
 *
 * and 0 where A[a, a] is 0. Reference for `kernels/factors/als-side-positive.ts`.
 * O(passes × unknowns²).
 */
export function positiveSolution({ matrix, vector }: LinearEquations, passes = 1000): number[] {
  const x = vector.map(() => 0);
  for (let pass = 0; pass < passes; pass++) {
    for (const [a, row] of matrix.entries()) {
      const others = dot(row, x) - row[a] * x[a];
      x[a] = row[a] === 0 ? 0 : Math.max(0, (vector[a] - others) / row[a]);
    }
  }
  return x;
}

/**
 * How confident implicit ALS is of a rating, and its penalty on large factors; see `ImplicitAls`.
 */
export interface ImplicitWeighting {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/**
 * The cost that implicit ALS lowers with each side it solves for. Every pair of user and item
 * counts, rated or not:
 *
 *     Σ c (p − x · y)² + Σ over users and items: λ ‖factors‖²
 *
 * for confidence c = 1 + alpha × value, preference p = 1 for a value above 0 and 0 otherwise, and
 * λ = regularization × (Σ c of the user's or item's pairs)^regularizationPower.
 * O(users × items × factors).
 *
 * @param values users × items, 0 where there is no rating
 */
export function implicitCost(
  values: readonly number[][],
  userFactors: readonly number[][],
  itemFactors: readonly number[][],
  { alpha, regularization, regularizationPower }: ImplicitWeighting,
): number {
  const confidences = values.map((row) => row.map((value) => 1 + alpha * value));
  const errors = values.map((row, user) =>
    row.map((value, item) => (value > 0 ? 1 : 0) - dot(userFactors[user], itemFactors[item])),
  );
  const squares = errors.map((row, user) =>
    sum(row.map((error, item) => confidences[user][item] * error ** 2)),
  );
  const penalty = (factors: readonly number[], own: readonly number[]) =>
    regularization * sum(own) ** regularizationPower * dot(factors, factors);
  const ofUsers = userFactors.map((factors, user) => penalty(factors, confidences[user]));
  const ofItems = itemFactors.map((factors, item) => {
    const own = confidences.map((row) => row[item]);
    return penalty(factors, own);
  });
  return sum(squares) + sum(ofUsers) + sum(ofItems);
}
