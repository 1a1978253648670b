import { orderByRow } from "./csr-matrix.js";

/** Two rows that hold the same pair of user and item. */
export interface Duplicate {
  /** Position of the row that came first. */
  readonly first: number;
  /** Position of the row that repeats it. */
  readonly again: number;
}

/**
 * All rows whose pair of user and item stood in an earlier row, in row order.
 * O(rows + users + items) time, 4 bytes a row and 8 an item of memory.
 */
export function findDuplicates(
  userIndices: Int32Array,
  itemIndices: Int32Array,
  { userCount, itemCount }: { userCount: number; itemCount: number },
): Duplicate[] {
  const starts = new Int32Array(userCount + 1);
  for (let row = 0; row < userIndices.length; row++) starts[userIndices[row]! + 1]!++;
  for (let user = 0; user < userCount; user++) starts[user + 1]! += starts[user]!;
  const order = orderByRow(userIndices, starts);

  const lastUser = new Int32Array(itemCount).fill(-1);
  const lastRow = new Int32Array(itemCount);
  const found: Duplicate[] = [];
  for (let user = 0; user < userCount; user++) {
    for (let entry = starts[user]!; entry < starts[user + 1]!; entry++) {
      const row = order[entry]!;
      const item = itemIndices[row]!;
      if (lastUser[item] === user) {
        found.push({ first: lastRow[item]!, again: row });
      } else {
        lastUser[item] = user;
        lastRow[item] = row;
      }
    }
  }
  return found.sort((a, b) => a.again - b.again);
}
