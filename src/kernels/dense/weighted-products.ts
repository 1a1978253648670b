/** How many vectors are taken at once: they stay in a core's own cache while every tile goes over them. */
const BLOCK = 128;

/**
 * Adds Σ weight × y yᵀ to the lower half of a matrix of width × width, row by row in a flat array: `rows` from `start` to below
 * `end` say which rows y of `vectors`, and `weights` stand beside them. In tiles of 4 × 4, where eight numbers
 * read make sixteen products (tiles on the diagonal also write above it). O((end − start) × width²).
 */
export function addWeightedProducts(
  rows: Int32Array,
  weights: Float64Array,
  start: number,
  end: number,
  vectors: Float64Array,
  width: number,
  matrix: Float64Array,
): void {
  const tiled = width & ~3;
  for (let first = start; first < end; first += BLOCK) {
    const last = Math.min(first + BLOCK, end);
    for (let a = 0; a < tiled; a += 4) {
      for (let b = 0; b <= a; b += 4) addTile(rows, weights, first, last, vectors, width, matrix, a, b);
    }
    for (let k = tiled < width ? first : last; k < last; k++) {
      const y = rows[k] * width;
      for (let a = tiled; a < width; a++) {
        const value = weights[k] * vectors[y + a];
        for (let b = 0; b <= a; b++) matrix[a * width + b] += value * vectors[y + b];
      }
    }
  }
}

/** Writes Σ y yᵀ over all rows y of `vectors`, both halves, into `matrix`. O(rows × width²). */
export function writeProducts(vectors: Float64Array, width: number, matrix: Float64Array): void {
  const rows = new Int32Array(vectors.length / width).map((_, row) => row);
  const weights = new Float64Array(rows.length).fill(1);
  matrix.fill(0);
  addWeightedProducts(rows, weights, 0, rows.length, vectors, width, matrix);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) matrix[b * width + a] = matrix[a * width + b];
  }
}

function addTile(
  rows: Int32Array,
  weights: Float64Array,
  start: number,
  end: number,
  vectors: Float64Array,
  width: number,
  matrix: Float64Array,
  a: number,
  b: number,
): void {
  let [a0, a1, a2, a3] = [0, 0, 0, 0];
  let [b0, b1, b2, b3] = [0, 0, 0, 0];
  let [c0, c1, c2, c3] = [0, 0, 0, 0];
  let [d0, d1, d2, d3] = [0, 0, 0, 0];
  for (let k = start; k < end; k++) {
    const weight = weights[k];
    const left = rows[k] * width + a;
    const right = rows[k] * width + b;
    const x0 = weight * vectors[left];
    const x1 = weight * vectors[left + 1];
    const x2 = weight * vectors[left + 2];
    const x3 = weight * vectors[left + 3];
    const y0 = vectors[right];
    const y1 = vectors[right + 1];
    const y2 = vectors[right + 2];
    const y3 = vectors[right + 3];
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
  let at = a * width + b;
  matrix[at] += a0;
  matrix[at + 1] += a1;
  matrix[at + 2] += a2;
  matrix[at + 3] += a3;
  at += width;
  matrix[at] += b0;
  matrix[at + 1] += b1;
  matrix[at + 2] += b2;
  matrix[at + 3] += b3;
  at += width;
  matrix[at] += c0;
  matrix[at + 1] += c1;
  matrix[at + 2] += c2;
  matrix[at + 3] += c3;
  at += width;
  matrix[at] += d0;
  matrix[at + 1] += d1;
  matrix[at + 2] += d2;
  matrix[at + 3] += d3;
}
