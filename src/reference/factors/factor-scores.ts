import { dot } from "../../math/dot.js";
import type { FactorModel } from "./funk-svd.js";

/**
 * The score of every item for a user of a factor model:
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * Reference for `kernels/factors/factor-scores.ts`. O(items × factors).
 */
export function factorScores(model: FactorModel, user: number): number[] {
  const { mean, userBiases, itemBiases, userFactors, itemFactors } = model;
  return itemFactors.map((factors, item) => {
    return mean + userBiases[user] + itemBiases[item] + dot(factors, userFactors[user]);
  });
}
