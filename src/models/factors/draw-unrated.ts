import { missingNumber } from "../../kernels/factors/missing-number.js";
import type { Random } from "../../math/random.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/** What each user has rated, items ascending. */
export type RatedItems = Pick<CsrMatrix, "starts" | "indices" | "columnCount">;

/** The items of each user in ascending order. O(ratings × log(ratings of a user)). */
export function ascendingItems({ starts, indices, columnCount }: RatedItems): RatedItems {
  const ascending = indices.slice();
  for (let user = 0; user < starts.length - 1; user++)
    ascending.subarray(starts[user], starts[user + 1]).sort();
  return { starts, indices: ascending, columnCount };
}

/**
 * For each rating an item that its user has not rated, each of those as likely as the next; -1 where the user has rated
 * all. O(ratings × log(ratings of a user)).
 */
export function drawUnrated(
  { starts, indices, columnCount }: RatedItems,
  random: Random,
  into: Int32Array,
): void {
  for (let user = 0; user < starts.length - 1; user++) {
    const [start, end] = [starts[user], starts[user + 1]];
    const unrated = columnCount - (end - start);
    for (let k = start; k < end; k++) {
      into[k] = unrated === 0 ? -1 : missingNumber(indices, start, end, random.below(unrated));
    }
  }
}
