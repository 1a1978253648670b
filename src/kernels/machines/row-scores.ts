/**
 * Writes the scores of one user's row with the rows of all items:
 *
 *     base + user[0] + item[0] + Σ over factors f of user[f] × item[f]
 *
 * where a row has Σ w x and the pairs within its block first, then Σ v x of each factor. O(items ×
 * factors). Reference: src/reference/factorization-machine.ts.
 *
 * @param items rows as long as that of the user
 */
export function writeRowScores(
  base: number,
  user: Float32Array,
  items: Float32Array,
  into: Float64Array,
): void {
  const width = user.length;
  const start = base + user[0];
  for (let i = 0; i < into.length; i++) {
    const item = i * width;
    let score = start + items[item];
    for (let f = 1; f < width; f++) score += user[f] * items[item + f];
    into[i] = score;
  }
}

/**
 * Writes the scores of pairs of a user's row and an item's row; NaN where an index is −1. Rounds as
 * {@link writeRowScores} does. O(pairs × factors). Reference:
 * src/reference/factorization-machine.ts.
 */
export function writePairScores(
  { base, users, items, width }: PairRows,
  userIndices: Int32Array,
  itemIndices: Int32Array,
  into: Float64Array,
): void {
  for (let k = 0; k < into.length; k++) {
    const user = userIndices[k] * width;
    const item = itemIndices[k] * width;
    if (user < 0 || item < 0) {
      into[k] = Number.NaN;
      continue;
    }
    let score = base + users[user] + items[item];
    for (let f = 1; f < width; f++) score += users[user + f] * items[item + f];
    into[k] = score;
  }
}

/** The rows of users and items, each of `width` numbers. */
export interface PairRows {
  readonly base: number;
  readonly users: Float32Array;
  readonly items: Float32Array;
  readonly width: number;
}
