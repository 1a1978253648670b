import type { IndexedRating } from "../../../src/reference/baseline.js";
import type { CsrMatrix } from "../../../src/sparse/csr-matrix.js";

/** The ratings of a matrix whose rows are users, user by user, as a reference takes them. */
export function indexedRatings({ starts, indices, values, rowCount }: CsrMatrix): IndexedRating[] {
  return Array.from({ length: rowCount }, (_, user) =>
    Array.from(indices.subarray(starts[user], starts[user + 1]), (item, k) => ({
      user,
      item,
      rating: values[starts[user]! + k]!,
    })),
  ).flat();
}
