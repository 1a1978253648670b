import { missingNumber } from "../../../kernels/factors/missing-number.js";
import type { Random } from "../../../math/random.js";
import type { CsrMatrix } from "../../../sparse/csr-matrix.js";

/**
 * Writes a negative sample for each rating: an item drawn uniformly from those that its user has
 * not rated, or −1 if the user has rated all. Rows are users, with items ascending within each row.
 * O(ratings × log(ratings of a user)).
 */
export function drawUnrated(rated: CsrMatrix, random: Random, into: Int32Array): void {
  const { starts, rowCount } = rated;
  for (let user = 0; user < rowCount; user++) {
    drawUnratedOf(rated, user, random, into, starts[user], starts[user + 1]);
  }
}

/**
 * {@link drawUnrated} of one user, for each place of `into`, or for those from `first` to below
 * `end`.
 */
export function drawUnratedOf(
  { starts, indices, columnCount }: CsrMatrix,
  user: number,
  random: Random,
  into: Int32Array,
  first = 0,
  end = into.length,
): void {
  const [from, to] = [starts[user], starts[user + 1]];
  const unrated = columnCount - (to - from);
  for (let k = first; k < end; k++) {
    into[k] = unrated === 0 ? -1 : missingNumber(indices, from, to, random.below(unrated));
  }
}
