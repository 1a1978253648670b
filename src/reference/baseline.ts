import { mean } from "../math/statistics.js";

/** One rating, by index. */
export interface IndexedRating {
  readonly user: number;
  readonly item: number;
  readonly rating: number;
}

/** Biases by index. */
export interface Biases {
  readonly users: number[];
  readonly items: number[];
}

/**
 * Biases of users and items by alternating least squares, written to be read: each bias is the mean of what is left of
 * the ratings, pulled towards 0. See `kernels/baseline.ts`.
 */
export function baselineBiases(
  ratings: readonly IndexedRating[],
  { iterations = 10, userRegularization = 15, itemRegularization = 10 } = {},
): Biases {
  const overall = mean(ratings.map(({ rating }) => rating));
  const users = Array<number>(1 + Math.max(...ratings.map(({ user }) => user))).fill(0);
  const items = Array<number>(1 + Math.max(...ratings.map(({ item }) => item))).fill(0);
  const pulled = (rests: readonly number[], regularization: number) =>
    rests.reduce((sum, rest) => sum + rest, 0) / (regularization + rests.length);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (const item of items.keys()) {
      const its = ratings.filter((row) => row.item === item);
      items[item] = pulled(
        its.map(({ user, rating }) => rating - overall - users[user]),
        itemRegularization,
      );
    }
    for (const user of users.keys()) {
      const theirs = ratings.filter((row) => row.user === user);
      users[user] = pulled(
        theirs.map(({ item, rating }) => rating - overall - items[item]),
        userRegularization,
      );
    }
  }
  return { users, items };
}
