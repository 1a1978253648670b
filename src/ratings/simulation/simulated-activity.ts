import type { Random } from "../../math/random.js";

/** The fewest ratings of a user, as in MovieLens, if `count` allows it. */
const LEAST = 20;
/**
 * Standard deviation of the logarithm of a user's ratings beyond `LEAST`: 1.39 in ML-25M (median
 * 71, mean 154), 1.45 in ml-latest-small.
 */
const SPREAD = 1.4;

/**
 * The number of ratings of each user: the minimum of MovieLens plus a log-normal number. The sum is
 * exactly `count`. No user rates more than half of the items, unless `count` requires it. O(users).
 */
export function simulatedActivity(
  random: Random,
  { users, items, count }: { users: number; items: number; count: number },
): Int32Array {
  const least = Math.min(LEAST, Math.floor(count / users));
  const half = Math.ceil(items / 2);
  const most = count <= users * half ? half : items;
  const beyond = count - users * least;
  const shares = Float64Array.from({ length: users }, () => Math.exp(SPREAD * random.normal()));
  const total = shares.reduce((sum, share) => sum + share, 0);

  const activity = new Int32Array(users);
  let sum = 0;
  let owed = 0;
  for (let user = 0; user < users; user++) {
    // Rounds running sums instead of numbers, so that the total is exact.
    const before = Math.round((beyond * sum) / total);
    sum += shares[user];
    owed += least + Math.round((beyond * sum) / total) - before;
    activity[user] = Math.min(most, owed);
    owed -= activity[user];
  }
  for (let user = 0; owed > 0; user++) {
    const room = Math.min(owed, most - activity[user]);
    activity[user] += room;
    owed -= room;
  }
  return activity;
}
