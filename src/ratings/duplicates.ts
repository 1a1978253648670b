import { isSorted, orderByRow, rowStarts } from "../sparse/csr-matrix.js";

/** Two rows with the same pair of user and item. */
export interface Duplicate {
  /** Position of the row that came first. */
  readonly first: number;
  /** Position of the row that repeats it. */
  readonly again: number;
}

/** Pairs of user and item, row by row. */
export interface PairRows {
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
}

/** How many users and items there are. */
export interface PairCounts {
  readonly userCount: number;
  readonly itemCount: number;
}

/**
 * All rows whose pair of user and item occurs in an earlier row, in row order. O(rows + users +
 * items) time; 8 bytes of memory per item, and 4 per row unless rows are grouped by user.
 */
export function findDuplicates(
  userIndices: Int32Array,
  itemIndices: Int32Array,
  counts: PairCounts,
): Duplicate[] {
  const found: Duplicate[] = [];
  forEachDuplicate({ userIndices, itemIndices }, counts, (first, again) => found.push({ first, again }));
  return found.sort((a, b) => a.again - b.again);
}

/** Calls a function for each of {@link findDuplicates}, user by user, without a list of them. */
export function forEachDuplicate(
  { userIndices, itemIndices }: PairRows,
  { userCount, itemCount }: PairCounts,
  found: (first: number, again: number) => void,
): void {
  const order = isSorted(userIndices)
    ? undefined
    : orderByRow(userIndices, rowStarts(userIndices, userCount));
  const lastUser = new Int32Array(itemCount).fill(-1);
  const lastRow = new Int32Array(itemCount);
  for (let entry = 0; entry < userIndices.length; entry++) {
    const row = order ? order[entry] : entry;
    const user = userIndices[row];
    const item = itemIndices[row];
    if (lastUser[item] === user) {
      found(lastRow[item], row);
    } else {
      lastUser[item] = user;
      lastRow[item] = row;
    }
  }
}
