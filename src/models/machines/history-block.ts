import { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { RelationBlock } from "./relation-block.js";

/**
 * The relation block of users from ratings alone: the user's id, and the user's history, which are
 * the n items that the user rated, each as n^-½. The same for items and the users who rated them.
 * O(ratings).
 *
 * @param ratings with a row for each user; of its values nothing is used
 * @param name "user" or "item"
 * @param rowCount at least that of the ratings; further rows have no history
 */
export function historyBlock(
  ratings: CsrMatrix,
  name: string,
  rowCount: number = ratings.rowCount,
): RelationBlock {
  const { columnCount, indices: rated } = ratings;
  const starts = new Int32Array(rowCount + 1).fill(rated.length);
  starts.set(ratings.starts);
  const indices = new Int32Array(rated.length + rowCount);
  const values = new Float64Array(indices.length);
  for (let row = 0; row < rowCount; row++) {
    const first = starts[row] + row;
    indices[first] = row;
    values[first] = 1;
    const x = 1 / Math.sqrt(starts[row + 1] - starts[row]);
    for (let k = starts[row]; k < starts[row + 1]; k++) {
      indices[k + row + 1] = rowCount + rated[k];
      values[k + row + 1] = x;
    }
  }
  return {
    features: CsrMatrix.fromRows({
      starts: starts.map((start, row) => start + row),
      indices,
      values,
      columnCount: rowCount + columnCount,
    }),
    groups: [
      { name, size: rowCount },
      { name: `${name}'s history`, size: columnCount },
    ],
  };
}
