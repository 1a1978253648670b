import { symmetricEigen } from "./symmetric-eigen.js";

/** Points seen along the directions in which they differ most. */
export interface PrincipalComponents {
  /**
   * Coordinates of each point along each direction, row by row: `count` numbers a point, mean 0.
   */
  readonly places: Float64Array;
  /** The directions, row by row: unit vectors of `width` numbers. */
  readonly directions: Float64Array;
  /** The share of all variance that lies along each direction, 0 to 1; NaN where there is none. */
  readonly shares: Float64Array;
}

/**
 * The `count` directions of largest variance (principal components): the eigenvectors of their
 * covariance with the largest eigenvalues. Points seen along the first two make a map. O(points ×
 * width² + width³). Pearson, On lines and planes of closest fit to systems of points in space,
 * Philosophical Magazine 2 (1901).
 *
 * @param points row by row, `width` finite numbers a point
 * @example
 * principalComponents(Float64Array.of(0, 0, 1, 2, 2, 4), 2, 1).shares[0].toFixed(3); // "1.000"
 */
export function principalComponents(points: Float64Array, width: number, count = 2): PrincipalComponents {
  const rows = points.length / width;
  const means = new Float64Array(width);
  for (let k = 0; k < points.length; k++) means[k % width] += points[k] / rows;
  const centered = points.map((value, k) => value - means[k % width]);
  const scatter = new Float64Array(width * width);
  for (let row = 0; row < centered.length; row += width) {
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) scatter[a * width + b] += centered[row + a] * centered[row + b];
    }
  }
  const { values, vectors } = symmetricEigen(scatter, width);
  const kept = Math.min(count, width);
  const directions = new Float64Array(count * width);
  directions.set(vectors.subarray(0, kept * width));
  const places = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < kept; k++) {
      let sum = 0;
      for (let a = 0; a < width; a++) sum += centered[row * width + a] * directions[k * width + a];
      places[row * count + k] = sum;
    }
  }
  const total = values.reduce((sum, value) => sum + value, 0);
  const shares = Float64Array.from({ length: count }, (_, k) => (values[k] ?? 0) / total);
  return { places, directions, shares };
}
