import { sum } from "../math/sum.js";

/** Settings of {@link randomWalkWeights}. */
export interface RandomWalkPowers {
  /** α: each transition probability is raised to this power. */
  readonly transitionPower: number;
  /** β: weights to an item with n ratings are divided by n^β; 0 gives P3α. */
  readonly popularityPenalty: number;
}

/**
 * The weights of P3α and RP3β between the columns of a table (users × items, no value below 0): the
 * probabilities of a random walk from item i to one of its users, and from there to item j,
 *
 *     weight[i][j] = Σ over users of P(user | i)^α × P(j | user)^α / (raters of j)^β
 *
 * where P(user | i) is the user's share of the column i, P(j | user) the share of item j in the
 * user's row. Reference for `RandomWalk`. O(rows × columns²).
 */
export function randomWalkWeights(
  table: readonly (readonly number[])[],
  { transitionPower, popularityPenalty }: RandomWalkPowers,
): number[][] {
  const columns = [...table[0].keys()].map((item) => table.map((row) => row[item]));
  const step = (value: number, all: readonly number[]) =>
    value === 0 ? 0 : (value / sum(all)) ** transitionPower;
  const raters = columns.map((column) => column.filter((value) => value > 0).length);
  return columns.map((from, i) =>
    columns.map((to, j) => {
      const paths = table.map((row, user) => step(from[user], from) * step(to[user], row));
      return i === j ? 0 : sum(paths) / raters[j] ** popularityPenalty;
    }),
  );
}
