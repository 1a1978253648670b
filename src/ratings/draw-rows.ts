import type { Random } from "../math/random.js";

/**
 * A random sample of `count` rows, each set of that size equally likely, and the other rows; both
 * in the order of `rows`. O(rows). Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
 */
export function drawRows(
  rows: Int32Array,
  count: number,
  random: Random,
): { drawn: Int32Array; others: Int32Array } {
  if (count === rows.length) return { drawn: rows.slice(), others: new Int32Array(0) };
  const drawn = new Int32Array(count);
  const others = new Int32Array(rows.length - count);
  let taken = 0;
  for (let seen = 0; seen < rows.length; seen++) {
    if (random.below(rows.length - seen) < count - taken) drawn[taken++] = rows[seen];
    else others[seen - taken] = rows[seen];
  }
  return { drawn, others };
}
