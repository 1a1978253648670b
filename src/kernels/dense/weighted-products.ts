import type { SparseRow } from "../../sparse/row-of.js";
import { addTile } from "./add-tile.js";
import type { Factors } from "./factors.js";

/** How many vectors are packed at once: their panels stay in a core's own cache for all tiles. */
const BLOCK = 128;

/** A sum of weighted products, as it grows: a matrix of width × width, and its packed vectors. */
export interface WeightedProducts extends Factors {
  /** The vectors of a block times their weights, see {@link addTile}. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** A sum of no products yet, and room for the packed vectors of a block. */
export function weightedProducts(width: number): WeightedProducts {
  const panel = BLOCK * (width & ~3);
  return {
    values: new Float64Array(width * width),
    width,
    left: new Float64Array(panel),
    right: new Float64Array(panel),
  };
}

/**
 * Adds Σ weight × y yᵀ to the lower half of a matrix, over the entries from `start` to below `end`:
 * its value is the weight, and its index says which row of `vectors` is y. Tiles on the diagonal
 * also write above it. O((end − start) × width²). Reference: `normalEquations` in
 * src/reference/factors/als-side.ts.
 */
export function addWeightedProducts(
  { indices, values: weights }: SparseRow,
  start: number,
  end: number,
  vectors: Factors,
  into: WeightedProducts,
): void {
  const { values: y, width } = vectors;
  const { values: matrix, left, right } = into;
  const tiled = width & ~3;
  for (let first = start; first < end; first += BLOCK) {
    const depth = Math.min(BLOCK, end - first);
    for (let k = 0; k < depth; k++) {
      const weight = weights[first + k];
      const row = indices[first + k] * width;
      // panelPlace(a, k, depth), four numbers at a time.
      for (let a = 0, place = 4 * k; a < tiled; a += 4, place += 4 * depth) {
        const y0 = y[row + a];
        const y1 = y[row + a + 1];
        const y2 = y[row + a + 2];
        const y3 = y[row + a + 3];
        right[place] = y0;
        right[place + 1] = y1;
        right[place + 2] = y2;
        right[place + 3] = y3;
        left[place] = weight * y0;
        left[place + 1] = weight * y1;
        left[place + 2] = weight * y2;
        left[place + 3] = weight * y3;
      }
    }
    for (let a = 0; a < tiled; a += 4) {
      for (let b = 0; b <= a; b += 4) addTile(left, right, depth, into, a, b);
    }
    for (let k = first; tiled < width && k < first + depth; k++) {
      const row = indices[k] * width;
      for (let a = tiled; a < width; a++) {
        const value = weights[k] * y[row + a];
        for (let b = 0; b <= a; b++) matrix[a * width + b] += value * y[row + b];
      }
    }
  }
}

/** Writes Σ y yᵀ over all rows y of `vectors`, both halves, into `matrix`. O(rows × width²). */
export function writeProducts(vectors: Factors, matrix: Float64Array): void {
  const { width } = vectors;
  const indices = new Int32Array(vectors.values.length / width).map((_, row) => row);
  const values = new Float64Array(indices.length).fill(1);
  const sums = weightedProducts(width);
  addWeightedProducts({ indices, values }, 0, indices.length, vectors, sums);
  matrix.set(sums.values);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) matrix[b * width + a] = matrix[a * width + b];
  }
}
