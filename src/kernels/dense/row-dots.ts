import type { Factors } from "./factors.js";

/** How many rows ahead of its sums a row is read into the cache: 8 KB of rows of 64 factors. */
const AHEAD = 16;

/** Numbers in a cache line. */
const LINE = 8;

/**
 * Writes the scalar product of every row with a vector, added from the first number to the last, so
 * that it rounds as `orderedDot`. Four rows at once, because their sums are independent. One number
 * of each cache line of later rows is read ahead, so that sums do not wait for memory. Plain:
 * `for (…) into[row] = orderedDot(values, vector, row * width, start, width);`. O(rows × width).
 *
 * @param start position of the vector's first number in `vector`
 * @param into one number for each row
 */
export function rowDots(
  { values, width }: Factors,
  vector: Float64Array,
  start: number,
  into: Float64Array,
): void {
  const last = into.length - 1;
  for (let row = 0; row <= last; row += 4) {
    let early = 0;
    const end = Math.min((row + AHEAD + 4) * width, values.length);
    for (let k = (row + AHEAD) * width; k < end; k += LINE) early += values[k];
    // Overwritten below. If nothing used the sum, the compiler would leave out the reads.
    into[row] = early;
    // Beyond the end the last row is written again.
    const row1 = Math.min(row + 1, last);
    const row2 = Math.min(row + 2, last);
    const row3 = Math.min(row + 3, last);
    const [from0, from1, from2, from3] = [row * width, row1 * width, row2 * width, row3 * width];
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    for (let k = 0; k < width; k++) {
      const number = vector[start + k];
      sum0 += values[from0 + k] * number;
      sum1 += values[from1 + k] * number;
      sum2 += values[from2 + k] * number;
      sum3 += values[from3 + k] * number;
    }
    into[row] = sum0;
    into[row1] = sum1;
    into[row2] = sum2;
    into[row3] = sum3;
  }
}
