import { missingNumber } from "../../kernels/factors/missing-number.js";
import type { Random } from "../../math/random.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * Writes a negative sample for each rating: an item drawn uniformly from those that its user has
 * not rated, or −1 if the user has rated all. Rows are users, with items ascending within each row.
 * O(ratings × log(ratings of a user)).
 */
export function drawUnrated(
  { starts, indices, rowCount, columnCount }: CsrMatrix,
  random: Random,
  into: Int32Array,
): void {
  for (let user = 0; user < rowCount; user++) {
    const [start, end] = [starts[user], starts[user + 1]];
    const unrated = columnCount - (end - start);
    for (let k = start; k < end; k++) {
      into[k] = unrated === 0 ? -1 : missingNumber(indices, start, end, random.below(unrated));
    }
  }
}
