/**
 * What paired differences of rows are computed from: by measure, a value for each test user, whose
 * mean over users is the measure of all splits together (its square for RMSE).
 *
 * @typedef {Record<string, number[]>} UserValues
 */

/**
 * The value of each test user, in the order of the users' first test rows. Of a ranking they are
 * given. Of errors, each is the sum over the user's test rows, divided by the mean number of test
 * rows of a user.
 *
 * @param {Float64Array} values of each test row of all splits, or of each test user of one split
 * @param {readonly import("reelbook").Split[]} splits
 */
export function userValues(values, splits) {
  const tests = splits.map(({ test }) => test);
  const rowCount = tests.reduce((sum, { count }) => sum + count, 0);
  if (values.length !== rowCount) return [...values];
  /** @type {Map<import("reelbook").Id, number>} */
  const sums = new Map();
  let row = 0;
  for (const { users, userIndices } of tests) {
    for (const user of userIndices) {
      const userId = users.idOf(user);
      sums.set(userId, (sums.get(userId) ?? 0) + (values[row++] ?? Number.NaN));
    }
  }
  return Array.from(sums.values(), (sum) => (sum * sums.size) / rowCount);
}
