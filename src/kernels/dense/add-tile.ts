import type { Factors } from "./factors.js";

/** Rows and columns of a tile. */
export const TILE = 4;

/**
 * Where number k of row r stands in a panel: rows of `depth` numbers, packed four by four, so that
 * {@link addTile} reads one place after the other.
 */
export function panelPlace(r: number, k: number, depth: number): number {
  return (r & ~3) * depth + 4 * k + (r & 3);
}

/**
 * Adds a tile of 4 × 4 of left × rightᵀ, both panels with rows of `depth` numbers, to a matrix:
 *
 *     into[i + a, j + b] += Σ left[i + a, k] × right[j + b, k]     for a, b from 0 to 3
 *
 * with i and j multiples of 4. Sixteen sums at once: 8 numbers read make 16 products, where a sum
 * by itself reads 2 for each. Plain: three loops around `sum += left[…] * right[…]`. O(depth).
 */
export function addTile(
  left: Float64Array,
  right: Float64Array,
  depth: number,
  into: Factors,
  i: number,
  j: number,
): void {
  let [a0, a1, a2, a3] = [0, 0, 0, 0];
  let [b0, b1, b2, b3] = [0, 0, 0, 0];
  let [c0, c1, c2, c3] = [0, 0, 0, 0];
  let [d0, d1, d2, d3] = [0, 0, 0, 0];
  let l = i * depth;
  let r = j * depth;
  for (let k = 0; k < depth; k++) {
    const x0 = left[l];
    const x1 = left[l + 1];
    const x2 = left[l + 2];
    const x3 = left[l + 3];
    const y0 = right[r];
    const y1 = right[r + 1];
    const y2 = right[r + 2];
    const y3 = right[r + 3];
    l += 4;
    r += 4;
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
  const { values, width } = into;
  let at = i * width + j;
  values[at] += a0;
  values[at + 1] += a1;
  values[at + 2] += a2;
  values[at + 3] += a3;
  at += width;
  values[at] += b0;
  values[at + 1] += b1;
  values[at + 2] += b2;
  values[at + 3] += b3;
  at += width;
  values[at] += c0;
  values[at + 1] += c1;
  values[at + 2] += c2;
  values[at + 3] += c3;
  at += width;
  values[at] += d0;
  values[at + 1] += d1;
  values[at + 2] += d2;
  values[at + 3] += d3;
}
