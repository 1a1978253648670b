import { mean } from "../math/statistics.js";
import { sum } from "../math/sum.js";

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
 * Biases of users and items by alternating least squares: first each item's bias, then each user's
 * is set to
 *
 *     Σ residuals / (regularization + number of ratings)
 *
 * where residual = rating − mean − bias of the other side; a bias without ratings is 0. Koren,
 * Factor in the neighbors, 2010, section 2.1. The fast form is `baselineByAls` in
 * src/kernels/factors/baseline.ts.
 */
export function baselineBiases(
  ratings: readonly IndexedRating[],
  { iterations = 10, userRegularization = 15, itemRegularization = 10 } = {},
): Biases {
  const overall = mean(ratings.map(({ rating }) => rating));
  const users = Array<number>(1 + Math.max(...ratings.map(({ user }) => user))).fill(0);
  const items = Array<number>(1 + Math.max(...ratings.map(({ item }) => item))).fill(0);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (const item of items.keys()) {
      const rows = ratings.filter((row) => row.item === item);
      const residuals = rows.map(({ user, rating }) => rating - overall - users[user]);
      items[item] = rows.length === 0 ? 0 : sum(residuals) / (itemRegularization + rows.length);
    }
    for (const user of users.keys()) {
      const rows = ratings.filter((row) => row.user === user);
      const residuals = rows.map(({ item, rating }) => rating - overall - items[item]);
      users[user] = rows.length === 0 ? 0 : sum(residuals) / (userRegularization + rows.length);
    }
  }
  return { users, items };
}

/**
 * One epoch of stochastic gradient descent for biases: each rating in turn changes the bias of its
 * user and that of its item by
 *
 *     learningRate × (error − regularization × bias)
 *
 * with error = rating − mean − userBias − itemBias. Changes the biases. The fast form is
 * `baselineBySgd` in src/kernels/factors/baseline.ts.
 */
export function baselineSgdPass(
  ratings: readonly IndexedRating[],
  { users, items }: Biases,
  { learningRate, regularization }: { learningRate: number; regularization: number },
): void {
  const overall = mean(ratings.map(({ rating }) => rating));
  for (const { user, item, rating } of ratings) {
    const error = rating - overall - users[user] - items[item];
    users[user] += learningRate * (error - regularization * users[user]);
    items[item] += learningRate * (error - regularization * items[item]);
  }
}
