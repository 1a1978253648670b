import { isSorted, orderByRow, rowStarts } from "../sparse/csr-matrix.js";

/** Two rows with the same pair of user and item. */
export interface Duplicate {
  /** Position of the row that came first. */
  readonly first: number;
  /** Position of the row that repeats it. */
  readonly again: number;
}

/**
 * All rows whose pair of user and item occurs in an earlier row, in row order. O(rows + users +
 * items) time; 8 bytes of memory per item, and 4 per row unless rows are grouped by user.
 */
export function findDuplicates(
  userIndices: Int32Array,
  itemIndices: Int32Array,
  { userCount, itemCount }: { userCount: number; itemCount: number },
): Duplicate[] {
  const order = isSorted(userIndices)
    ? undefined
    : orderByRow(userIndices, rowStarts(userIndices, userCount));
  const lastUser = new Int32Array(itemCount).fill(-1);
  const lastRow = new Int32Array(itemCount);
  const found: Duplicate[] = [];
  for (let entry = 0; entry < userIndices.length; entry++) {
    const row = order ? order[entry] : entry;
    const user = userIndices[row];
    const item = itemIndices[row];
    if (lastUser[item] === user) {
      found.push({ first: lastRow[item], again: row });
    } else {
      lastUser[item] = user;
      lastRow[item] = row;
    }
  }
  return found.sort((a, b) => a.again - b.again);
}
