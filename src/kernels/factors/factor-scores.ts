import type { Factors } from "../dense/factors.js";
import type { UserScores, UserScoresSize } from "../dense/user-scores.js";

/** Users or items of a factor model: a row of factors and a bias each. */
export interface BiasedFactors extends Factors {
  readonly biases: Float64Array;
}

/**
 * Writes the score of every item for some users, user after user:
 *
 *     score = (mean + userBias + itemBias) + Σ userFactor × itemFactor
 *
 * Two users and four items at once: eight sums, each added from the first factor to the last, so
 * that it rounds as `orderedDot`. The items of a block stay in the cache for all users.
 * O(users × items × factors). Reference: src/reference/factors/factor-scores.ts.
 *
 * @param users all users of the model
 * @param userIndices those to score
 * @param into users × items
 */
export function factorScores(
  users: BiasedFactors,
  userIndices: Int32Array,
  items: BiasedFactors,
  mean: number,
  into: Float64Array,
): void {
  const { values: x, width } = users;
  const { values: y, biases } = items;
  const count = biases.length;
  const last = userIndices.length - 1;
  for (let item = 0; item < count; item += 4) {
    // Beyond the end the last item, or the last user, is written again.
    const item1 = Math.min(item + 1, count - 1);
    const item2 = Math.min(item + 2, count - 1);
    const item3 = Math.min(item + 3, count - 1);
    const [y0, y1, y2, y3] = [item * width, item1 * width, item2 * width, item3 * width];
    for (let user = 0; user <= last; user += 2) {
      const other = Math.min(user + 1, last);
      const a = userIndices[user] * width;
      const b = userIndices[other] * width;
      let [a0, a1, a2, a3] = [0, 0, 0, 0];
      let [b0, b1, b2, b3] = [0, 0, 0, 0];
      for (let k = 0; k < width; k++) {
        const ofA = x[a + k];
        const ofB = x[b + k];
        const of0 = y[y0 + k];
        const of1 = y[y1 + k];
        const of2 = y[y2 + k];
        const of3 = y[y3 + k];
        a0 += of0 * ofA;
        a1 += of1 * ofA;
        a2 += of2 * ofA;
        a3 += of3 * ofA;
        b0 += of0 * ofB;
        b1 += of1 * ofB;
        b2 += of2 * ofB;
        b3 += of3 * ofB;
      }
      const baseA = mean + users.biases[userIndices[user]];
      const baseB = mean + users.biases[userIndices[other]];
      const rowA = user * count;
      const rowB = other * count;
      into[rowA + item] = baseA + biases[item] + a0;
      into[rowA + item1] = baseA + biases[item1] + a1;
      into[rowA + item2] = baseA + biases[item2] + a2;
      into[rowA + item3] = baseA + biases[item3] + a3;
      into[rowB + item] = baseB + biases[item] + b0;
      into[rowB + item1] = baseB + biases[item1] + b1;
      into[rowB + item2] = baseB + biases[item2] + b2;
      into[rowB + item3] = baseB + biases[item3] + b3;
    }
  }
}

/**
 * Opens {@link factorScores} as a job for many users; undefined where the plain kernel is as fast.
 */
export type OpenFactorScores = (
  users: BiasedFactors,
  items: BiasedFactors,
  mean: number,
  size: UserScoresSize,
) => UserScores | undefined;
