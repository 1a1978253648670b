import { tile } from "./tile";

/** Vectors that are packed at once: their panels stay in a core's own cache for all tiles. */
export const BLOCK: i32 = 128;

/** Bytes of a panel for vectors of `stride` numbers. */
// @ts-ignore: decorator
@inline
export function panelBytes(stride: i32): usize {
  return <usize>(BLOCK * stride) << 3;
}

/**
 * Packs numbers of vectors, each times a weight, four by four: number a of vector k is at 4 (a / 4
 * × depth + k).
 */
// @ts-ignore: decorator
@inline
function pack(vector: usize, weight: f64, k: i32, depth: i32, columns: i32, panel: usize): void {
  const times = f64x2.splat(weight);
  let place = panel + (<usize>k << 5);
  for (const end = vector + (<usize>columns << 3); vector < end; vector += 32, place += <usize>depth << 5) {
    v128.store(place, f64x2.mul(times, v128.load(vector)));
    v128.store(place, f64x2.mul(times, v128.load(vector, 16)), 16);
  }
}

/**
 * Adds Σ weight × y yᵀ to rows `top` to below `bottom` of the lower half of a matrix, with the sums
 * of `addWeightedProducts` of kernels/dense in the same order. Vectors and rows of the matrix are
 * `stride` numbers apart; `top` is a multiple of 4. Without `indices` and `weights`, which are then
 * 0, the vectors are those from `start` to below `end`, with weight 1. `panels` has room for two.
 */
export function addWeightedProducts(
  indices: usize, weights: usize, start: i32, end: i32, vectors: usize,
  width: i32, stride: i32, top: i32, bottom: i32, matrix: usize, panels: usize,
): void {
  const bytes = <usize>stride << 3;
  const tiled = width & ~3;
  const columns = min(tiled, bottom);
  const left = panels;
  const right = panels + panelBytes(stride);
  for (let first = start; first < end; first += BLOCK) {
    const depth = min(BLOCK, end - first);
    for (let k = 0; k < depth; k++) {
      const entry = <usize>(first + k);
      const vector = vectors + (indices ? <usize>load<i32>(indices + (entry << 2)) : entry) * bytes;
      pack(vector, 1, k, depth, columns, right);
      if (weights) pack(vector, load<f64>(weights + (entry << 3)), k, depth, columns, left);
    }
    const scaled = weights ? left : right;
    for (let a = top; a < columns; a += 4) {
      for (let b = 0; b <= a; b += 4) {
        const into = matrix + <usize>a * bytes + (<usize>b << 3);
        tile(scaled + (<usize>(a * depth) << 3), right + (<usize>(b * depth) << 3), depth, into, bytes, true);
      }
    }
    if (bottom <= tiled) continue;
    for (let k = 0; k < depth; k++) {
      const entry = <usize>(first + k);
      const vector = vectors + (indices ? <usize>load<i32>(indices + (entry << 2)) : entry) * bytes;
      const weight = weights ? load<f64>(weights + (entry << 3)) : 1;
      for (let a = tiled; a < width; a++) {
        const value = f64x2.splat(weight * load<f64>(vector + (<usize>a << 3)));
        const row = matrix + <usize>a * bytes;
        for (let b: usize = 0; b <= <usize>a << 3; b += 16) {
          v128.store(row + b, f64x2.add(v128.load(row + b), f64x2.mul(value, v128.load(vector + b))));
        }
      }
    }
  }
}

/**
 * Writes rows `from` to below `to`, and the columns that mirror them, of Σ y yᵀ over `rowCount`
 * rows y: `writeProducts` of src/kernels/dense. `from` is a multiple of 4. `scratch`: two panels.
 */
export function writeProducts(
  from: i32, to: i32, scratch: usize, vectors: usize, rowCount: i32, width: i32, stride: i32, matrix: usize,
): void {
  const bytes = <usize>stride << 3;
  // Not the columns beyond the diagonal's tile: another thread may have mirrored its rows there.
  for (let a = from; a < to; a++) memory.fill(matrix + <usize>a * bytes, 0, <usize>((a | 3) + 1) << 3);
  addWeightedProducts(0, 0, 0, rowCount, vectors, width, stride, from, to, matrix, scratch);
  for (let a = from; a < to; a++) {
    for (let b = 0; b < a; b++) {
      const value = load<f64>(matrix + <usize>a * bytes + (<usize>b << 3));
      store<f64>(matrix + <usize>b * bytes + (<usize>a << 3), value);
    }
  }
}
