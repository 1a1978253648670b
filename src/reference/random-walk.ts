import { sum } from "../math/sum.js";

/**
 * The weights of P3α and RP3β, written to be read: from each column of a table (users × items, no value below 0) to each other one,
 *
 *     weight[i][j] = Σ over users of P(user | i)^transitionPower × P(j | user)^transitionPower / raters of j^popularityPenalty
 *
 * O(rows × columns²).
 */
export function randomWalkWeights(
  table: readonly (readonly number[])[],
  { transitionPower, popularityPenalty }: { transitionPower: number; popularityPenalty: number },
): number[][] {
  const items = table[0].map((_, item) => table.map((row) => row[item]));
  const step = (value: number, all: readonly number[]) =>
    value === 0 ? 0 : (value / sum(all)) ** transitionPower;
  const raters = items.map((item) => item.filter((value) => value > 0).length);
  return items.map((from, i) =>
    items.map((to, j) => {
      const ways = table.map((row, user) => step(from[user], from) * step(to[user], row));
      return i === j ? 0 : sum(ways) / raters[j] ** popularityPenalty;
    }),
  );
}
