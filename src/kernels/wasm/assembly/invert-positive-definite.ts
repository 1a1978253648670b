// The stages of src/kernels/dense/invert-positive-definite.ts, with its order of additions. Rows of
// the matrix have `size` numbers, a multiple of 4; those past the matrix are 0. A panel packs four
// rows side by side. `width` columns from `start` on are a block: 128, but for the last.
import { tile } from "./tile";

/**
 * Copies the block on the diagonal, sweeps it, which leaves −block⁻¹, and packs it. Rows of
 * `pivots` have `width` numbers, rounded up to a multiple of 4. 0 where a pivot is not above its
 * floor.
 */
export function prepareBlock(
  matrix: usize,
  size: i32,
  start: i32,
  width: i32,
  floors: usize,
  pivots: usize,
  packed: usize,
): i32 {
  const padded = (width + 3) & ~3;
  const stride = (<usize>padded) << 3;
  memory.fill(pivots, 0, stride * (<usize>padded));
  for (let i = 0; i < width; i++) {
    const row = matrix + (((<usize>(start + i)) * size + start) << 3);
    for (let j = 0; j <= i; j++) {
      const value = load<f64>(row + ((<usize>j) << 3));
      store<f64>(pivots + (<usize>i) * stride + ((<usize>j) << 3), value);
      store<f64>(pivots + (<usize>j) * stride + ((<usize>i) << 3), value);
    }
  }
  for (let k = 0; k < width; k++) {
    const pivotRow = pivots + (<usize>k) * stride;
    const pivot = load<f64>(pivotRow + ((<usize>k) << 3));
    if (!(pivot > load<f64>(floors + ((<usize>(start + k)) << 3)))) return 0;
    for (let i = 0; i < width; i++) {
      if (i == k) continue;
      const row = pivots + (<usize>i) * stride;
      const share = load<f64>(row + ((<usize>k) << 3)) / pivot;
      const shares = f64x2.splat(share);
      for (let at: usize = 0; at < stride; at += 16) {
        const product = f64x2.mul(shares, v128.load(pivotRow + at));
        v128.store(row + at, f64x2.sub(v128.load(row + at), product));
      }
      store<f64>(row + ((<usize>k) << 3), share);
    }
    for (let i = 0; i < width; i++) {
      store<f64>(pivotRow + ((<usize>i) << 3), load<f64>(pivots + (<usize>i) * stride + ((<usize>k) << 3)));
    }
    store<f64>(pivotRow + ((<usize>k) << 3), -1 / pivot);
  }
  pack(pivots, padded, width, packed);
  return 1;
}

/** Packs rows whose numbers are `stride` bytes apart; `rows` is a multiple of 4. */
function pack(values: usize, rows: i32, width: i32, panel: usize): void {
  const stride = (<usize>((width + 3) & ~3)) << 3;
  for (let row = 0; row < rows; row += 4, values += 4 * stride) {
    for (let k: usize = 0; k < (<usize>width) << 3; k += 8, panel += 32) {
      store<f64>(panel, load<f64>(values + k));
      store<f64>(panel, load<f64>(values + stride + k), 8);
      store<f64>(panel, load<f64>(values + 2 * stride + k), 16);
      store<f64>(panel, load<f64>(values + 3 * stride + k), 24);
    }
  }
}

/**
 * For the rows `from` to below `to`, without those of the block: packs the columns of the block,
 * times −1, into `negated`, and writes negated × pivots into `solved`, and packed into `right`.
 */
export function solvePanel(
  from: i32,
  to: i32,
  scratch: usize,
  matrix: usize,
  size: i32,
  start: i32,
  width: i32,
  packed: usize,
  negated: usize,
  solved: usize,
  right: usize,
): void {
  const stride = (<usize>size) << 3;
  const padded = (width + 3) & ~3;
  for (let i = from; i < to; i += 4) {
    if (i >= start && i < start + width) continue;
    const panel = negated + (((<usize>i) * width) << 3);
    if (i < start) {
      let source = matrix + (((<usize>start) * size + i) << 3);
      for (let into = panel; into < panel + ((<usize>width) << 5); into += 32, source += stride) {
        v128.store(into, f64x2.neg(v128.load(source)));
        v128.store(into, f64x2.neg(v128.load(source, 16)), 16);
      }
    } else {
      let source = matrix + (((<usize>i) * size + start) << 3);
      for (let into = panel; into < panel + ((<usize>width) << 5); into += 32, source += 8) {
        store<f64>(into, -load<f64>(source));
        store<f64>(into, -load<f64>(source + stride), 8);
        store<f64>(into, -load<f64>(source + 2 * stride), 16);
        store<f64>(into, -load<f64>(source + 3 * stride), 24);
      }
    }
    const row = solved + (((<usize>i) * padded) << 3);
    for (let j = 0; j < padded; j += 4) {
      const place = row + ((<usize>j) << 3);
      tile(panel, packed + (((<usize>j) * width) << 3), width, place, (<usize>padded) << 3, false);
    }
    pack(row, 4, width, right + (((<usize>i) * width) << 3));
  }
}

/** Columns of the right panel that stay in a core's cache while rows pass over them. */
const COLUMNS_AT_A_TIME: i32 = 128;

/**
 * Adds negated × rightᵀ to the lower half, outside of the block's rows and columns, and puts
 * `solved` and `pivots` there. The range of rows counts from the last row, so that the longest rows
 * come first.
 */
export function updateInverse(
  from: i32,
  to: i32,
  scratch: usize,
  matrix: usize,
  size: i32,
  start: i32,
  width: i32,
  negated: usize,
  solved: usize,
  right: usize,
  pivots: usize,
): void {
  const stride = (<usize>size) << 3;
  const padded = (width + 3) & ~3;
  const last = size - from;
  const first = size - to;
  for (let columns = 0; columns < last; columns += COLUMNS_AT_A_TIME) {
    const end = min(columns + COLUMNS_AT_A_TIME, last);
    for (let i = first; i < last; i += 4) {
      if (i >= start && i < start + width) continue;
      const left = negated + (((<usize>i) * width) << 3);
      const row = matrix + (<usize>i) * stride;
      for (let j = columns; j < min(end, i + 4); j += 4) {
        if (j >= start && j < start + width) continue;
        tile(left, right + (((<usize>j) * width) << 3), width, row + ((<usize>j) << 3), stride, true);
      }
    }
  }
  for (let i = first; i < last; i++) {
    const values = solved + (((<usize>i) * padded) << 3);
    if (i >= start + width) {
      memory.copy(matrix + (<usize>i) * stride + ((<usize>start) << 3), values, (<usize>width) << 3);
    } else if (i >= start) {
      const swept = pivots + (((<usize>(i - start)) * padded) << 3);
      const into = matrix + (<usize>i) * stride + ((<usize>start) << 3);
      memory.copy(into, swept, (<usize>(i - start + 1)) << 3);
    } else {
      let into = matrix + (<usize>start) * stride + ((<usize>i) << 3);
      for (let k: usize = 0; k < (<usize>width) << 3; k += 8, into += stride) {
        store<f64>(into, load<f64>(values + k));
      }
    }
  }
}

/** Changes the sign of the lower half and mirrors it, in squares of 64 × 64. */
export function finishInverse(from: i32, to: i32, scratch: usize, matrix: usize, size: i32): void {
  const stride = (<usize>size) << 3;
  const last = size - from;
  for (let columns = 0; columns < last; columns += 64) {
    for (let i = max(size - to, columns); i < last; i++) {
      for (let j = columns; j < min(columns + 64, i + 1); j++) {
        const place = matrix + (<usize>i) * stride + ((<usize>j) << 3);
        const value = -load<f64>(place);
        store<f64>(place, value);
        store<f64>(matrix + (<usize>j) * stride + ((<usize>i) << 3), value);
      }
    }
  }
}
