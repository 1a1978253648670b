import { addTile, panelPlace, TILE } from "./add-tile.js";
import type { Factors } from "./factors.js";

/**
 * Columns swept at once: their panels stay in a core's cache while the matrix is passed over once.
 */
const BLOCK = 128;

/**
 * Replaces a symmetric positive definite matrix of n × n, row by row in a flat array, by its
 * inverse. Reads the lower half and writes both. Returns false where the matrix is not positive
 * definite, as far as rounding lets one decide.
 *
 * The symmetric sweep, block by block: for the columns K of a block and all other rows I and J,
 *
 *     A[I, J] −= A[I, K] A[K, K]⁻¹ A[K, J]     A[I, K] = A[I, K] A[K, K]⁻¹     A[K, K] = −A[K, K]⁻¹
 *
 * which leaves −A⁻¹ after the last block. n³ multiplications and additions; memory for 384 × n
 * numbers. Goodnight, A tutorial on the SWEEP operator, The American Statistician 33 (1979).
 * Reference: src/reference/inverse.ts.
 *
 * @param onBlock is called with the number of columns swept so far
 */
export function invertPositiveDefinite(
  matrix: Float64Array,
  n: number,
  onBlock: (columns: number) => void,
): boolean {
  const whole: Factors = { values: matrix, width: n };
  const padded = Math.ceil(n / TILE) * TILE;
  const negated = new Float64Array(padded * BLOCK);
  const right = new Float64Array(padded * BLOCK);
  const pivots = new Float64Array(BLOCK * BLOCK);
  const packedPivots = new Float64Array(BLOCK * BLOCK);
  const solved = new Float64Array(n * BLOCK);
  // A column that is a combination of others leaves a pivot that is rounding error only.
  const floors = new Float64Array(n);
  for (let i = 0; i < n; i++) floors[i] = matrix[i * n + i] * n * Number.EPSILON;
  for (let start = 0; start < n; start += BLOCK) {
    onBlock(start);
    const width = Math.min(BLOCK, n - start);
    takePivots(whole, start, width, pivots);
    if (!sweep(pivots, width, floors, start)) return false;
    takeNegatedPanel(whole, start, width, negated);
    pack(pivots, width, width, packedPivots);
    const into = { values: solved.fill(0), width };
    addProducts(negated, packedPivots, into, { depth: width, rows: n, columns: width, lowerHalf: 0 });
    pack(solved, n, width, right);
    addProducts(negated, right, whole, { depth: width, rows: n, columns: n, lowerHalf: 1 });
    putPanel(whole, start, into, pivots);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) matrix[j * n + i] = matrix[i * n + j] = -matrix[i * n + j];
  }
  onBlock(n);
  return true;
}

/** Copies the block on the diagonal, both halves. */
function takePivots(
  { values: matrix, width: n }: Factors,
  start: number,
  width: number,
  pivots: Float64Array,
): void {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      pivots[i * width + j] = pivots[j * width + i] = matrix[(start + i) * n + start + j];
    }
  }
}

/**
 * Sweeps the columns of a small block one by one, which leaves −block⁻¹; false where a pivot is not
 * above its floor.
 */
function sweep(block: Float64Array, width: number, floors: Float64Array, start: number): boolean {
  for (let k = 0; k < width; k++) {
    const pivot = block[k * width + k];
    if (!(pivot > floors[start + k])) return false;
    for (let i = 0; i < width; i++) {
      if (i === k) continue;
      const share = block[i * width + k] / pivot;
      for (let j = 0; j < width; j++) if (j !== k) block[i * width + j] -= share * block[k * width + j];
    }
    for (let i = 0; i < width; i++) {
      block[i * width + k] /= pivot;
      block[k * width + i] = block[i * width + k];
    }
    block[k * width + k] = -1 / pivot;
  }
  return true;
}

/**
 * Packs the columns of a block, times −1, from the lower half. The block's own rows keep what they
 * were: what they add to is overwritten by `putPanel`.
 */
function takeNegatedPanel(
  { values: matrix, width: n }: Factors,
  start: number,
  width: number,
  panel: Float64Array,
): void {
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < start; i++) panel[panelPlace(i, k, width)] = -matrix[(start + k) * n + i];
  }
  for (let i = start + width; i < n; i++) {
    for (let k = 0; k < width; k++) panel[panelPlace(i, k, width)] = -matrix[i * n + start + k];
  }
}

/** Packs rows of `width` numbers. */
function pack(values: Float64Array, rows: number, width: number, panel: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < width; k++) panel[panelPlace(row, k, width)] = values[row * width + k];
  }
}

/** Writes the columns of a block, and its rows, back into the lower half. */
function putPanel(
  { values: matrix, width: n }: Factors,
  start: number,
  { values: panel, width }: Factors,
  pivots: Float64Array,
): void {
  for (let k = 0; k < width; k++) {
    const row = (start + k) * n;
    for (let i = 0; i < start; i++) matrix[row + i] = panel[i * width + k];
    for (let j = 0; j <= k; j++) matrix[row + start + j] = pivots[k * width + j];
  }
  for (let i = start + width; i < n; i++) {
    for (let k = 0; k < width; k++) matrix[i * n + start + k] = panel[i * width + k];
  }
}

/**
 * What {@link addProducts} multiplies: rows of `depth` numbers, so many of them on the left and
 * right.
 */
interface ProductShape {
  readonly depth: number;
  readonly rows: number;
  readonly columns: number;
  /** 1: only on and below the diagonal, and a few numbers above it. */
  readonly lowerHalf: 0 | 1;
}

/** Adds left × rightᵀ, of two panels, tile by tile. */
function addProducts(
  left: Float64Array,
  right: Float64Array,
  into: Factors,
  { depth, rows, columns, lowerHalf }: ProductShape,
): void {
  const { values, width } = into;
  for (let i = 0; i < rows; i += TILE) {
    const end = Math.min(i + TILE, rows);
    const needed = lowerHalf === 1 ? end : columns;
    const tiled = end - i === TILE ? needed - (needed % TILE) : 0;
    for (let j = 0; j < tiled; j += TILE) addTile(left, right, depth, into, i, j);
    for (let row = i; row < end; row++) {
      for (let j = tiled; j < needed; j++) {
        let sum = 0;
        for (let k = 0; k < depth; k++) {
          sum += left[panelPlace(row, k, depth)] * right[panelPlace(j, k, depth)];
        }
        values[row * width + j] += sum;
      }
    }
  }
}
