/** How many columns are swept at once: their panels stay in a core's own cache, and the matrix is passed over once for all of them. */
const BLOCK = 64;

/**
 * Turns a symmetric positive definite matrix of n × n, row by row in a flat array of which the lower half is read, into its
 * inverse, both halves. Returns false where it is not positive definite, as far as rounding lets one tell.
 *
 * The symmetric sweep, block by block: for columns K and all other rows I, J
 *
 *     A[I, J] −= A[I, K] A[K, K]⁻¹ A[K, J]     A[I, K] = A[I, K] A[K, K]⁻¹     A[K, K] = −A[K, K]⁻¹
 *
 * leaves −A⁻¹ once every column was in a block. n³ additions and multiplications; 128 × n numbers beside the matrix.
 * Goodnight, A tutorial on the SWEEP operator, The American Statistician 33 (1979).
 *
 * @param onBlock is called with the number of columns swept so far
 */
export function invertPositiveDefinite(
  matrix: Float64Array,
  n: number,
  onBlock: (columns: number) => void,
): boolean {
  const panel = new Float64Array(n * BLOCK);
  const solved = new Float64Array(n * BLOCK);
  const pivots = new Float64Array(BLOCK * BLOCK);
  // What is left of a column that the others make up is only rounding.
  const floors = new Float64Array(n);
  for (let i = 0; i < n; i++) floors[i] = matrix[i * n + i] * n * Number.EPSILON;
  for (let start = 0; start < n; start += BLOCK) {
    onBlock(start);
    const width = Math.min(BLOCK, n - start);
    takePivots(matrix, n, start, width, pivots);
    if (!sweep(pivots, width, floors, start)) return false;
    takePanel(matrix, n, start, width, panel);
    solved.fill(0);
    subtractProducts(panel, n, pivots, width, width, solved, width, false);
    subtractProducts(panel, n, solved, n, width, matrix, n, true);
    putPanel(matrix, n, start, width, solved, pivots);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) matrix[j * n + i] = matrix[i * n + j] = -matrix[i * n + j];
  }
  onBlock(n);
  return true;
}

/** Copies the block on the diagonal, both halves. */
function takePivots(
  matrix: Float64Array,
  n: number,
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

/** Sweeps every column of a small block one by one, which leaves −block⁻¹; false where a pivot is not above its floor. */
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

/** Copies the columns of a block from the lower half, `width` numbers a row; the block's own rows stay what they were and count for nothing. */
function takePanel(matrix: Float64Array, n: number, start: number, width: number, panel: Float64Array): void {
  const end = start + width;
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < start; i++) panel[i * width + k] = matrix[(start + k) * n + i];
  }
  for (let i = end; i < n; i++) {
    for (let k = 0; k < width; k++) panel[i * width + k] = matrix[i * n + start + k];
  }
}

/** Writes the columns of a block, and its rows, back into the lower half. */
function putPanel(
  matrix: Float64Array,
  n: number,
  start: number,
  width: number,
  panel: Float64Array,
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
 * Takes left × rightᵀ off `into`, whose rows are `stride` apart, in tiles of 4 × 4; where `isLower` is true only on and
 * below the diagonal (and a few numbers above it). `width` numbers a row in both factors.
 */
function subtractProducts(
  left: Float64Array,
  leftRows: number,
  right: Float64Array,
  rightRows: number,
  width: number,
  into: Float64Array,
  stride: number,
  isLower: boolean,
): void {
  for (let i = 0; i < leftRows; i += 4) {
    const end = Math.min(i + 4, leftRows);
    const columns = isLower ? end : rightRows;
    const tiled = end - i === 4 ? columns & ~3 : 0;
    for (let j = 0; j < tiled; j += 4) {
      subtractTile(left, i * width, right, j * width, width, into, i * stride + j, stride);
    }
    for (let row = i; row < end; row++) {
      for (let j = tiled; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < width; k++) sum += left[row * width + k] * right[j * width + k];
        into[row * stride + j] -= sum;
      }
    }
  }
}

/** Sixteen sums at once: eight numbers read make sixteen products, where a sum alone reads two for each. */
function subtractTile(
  left: Float64Array,
  leftStart: number,
  right: Float64Array,
  rightStart: number,
  width: number,
  into: Float64Array,
  intoStart: number,
  stride: number,
): void {
  let [a0, a1, a2, a3] = [0, 0, 0, 0];
  let [b0, b1, b2, b3] = [0, 0, 0, 0];
  let [c0, c1, c2, c3] = [0, 0, 0, 0];
  let [d0, d1, d2, d3] = [0, 0, 0, 0];
  for (let k = 0; k < width; k++) {
    const l = leftStart + k;
    const r = rightStart + k;
    const x0 = left[l];
    const x1 = left[l + width];
    const x2 = left[l + 2 * width];
    const x3 = left[l + 3 * width];
    const y0 = right[r];
    const y1 = right[r + width];
    const y2 = right[r + 2 * width];
    const y3 = right[r + 3 * width];
    a0 += x0 * y0;
    a1 += x0 * y1;
    a2 += x0 * y2;
    a3 += x0 * y3;
    b0 += x1 * y0;
    b1 += x1 * y1;
    b2 += x1 * y2;
    b3 += x1 * y3;
    c0 += x2 * y0;
    c1 += x2 * y1;
    c2 += x2 * y2;
    c3 += x2 * y3;
    d0 += x3 * y0;
    d1 += x3 * y1;
    d2 += x3 * y2;
    d3 += x3 * y3;
  }
  let at = intoStart;
  into[at] -= a0;
  into[at + 1] -= a1;
  into[at + 2] -= a2;
  into[at + 3] -= a3;
  at += stride;
  into[at] -= b0;
  into[at + 1] -= b1;
  into[at + 2] -= b2;
  into[at + 3] -= b3;
  at += stride;
  into[at] -= c0;
  into[at + 1] -= c1;
  into[at + 2] -= c2;
  into[at + 3] -= c3;
  at += stride;
  into[at] -= d0;
  into[at + 1] -= d1;
  into[at + 2] -= d2;
  into[at + 3] -= d3;
}
