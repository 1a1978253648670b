import { discountedGain, idealGain } from "../../math/discounted-gain.js";
import { topIndices } from "../../math/top-n.js";

/** A user whose held-back items measure how good weights are. */
export interface ValidationUser {
  /** Each model's standard scores of all items; NaN for items that must not be recommended. */
  readonly scores: readonly Float32Array[];
  /** By item: 1 where it is relevant, else 0. */
  readonly isRelevant: Uint8Array;
  /** Number of relevant items, including those that no model knows. */
  readonly relevantCount: number;
}

/** Options of {@link chooseRankWeights}. */
export interface RankWeightsOptions {
  /** Length of the lists that NDCG is measured on. */
  readonly count: number;
  /** Number of rounds. */
  readonly rounds: number;
  /** Called before each round. */
  readonly onRound?: () => void;
}

/**
 * Weights of models for the best top-n lists, by greedy ensemble selection: in each round the model
 * is selected whose scores, added once more to the sum of the selected ones, give the largest mean
 * NDCG@`count` of the users; of equal models the first. A model's weight is its share of the
 * selections up to the best round. O(rounds × models × users × items).
 *
 * Caruana et al., Ensemble selection from libraries of models, ICML 2004.
 */
export function chooseRankWeights(
  users: readonly ValidationUser[],
  modelCount: number,
  { count, rounds, onRound }: RankWeightsOptions,
): number[] {
  const sums = users.map(({ isRelevant }) => new Float64Array(isRelevant.length));
  const selections = new Array<number>(modelCount).fill(0);
  let best = { ndcg: Number.NEGATIVE_INFINITY, weights: selections };
  for (let round = 1; round <= rounds; round++) {
    onRound?.();
    const tried = selections.map((_, model) => meanNdcg(users, sums, model, count));
    const ndcg = Math.max(...tried);
    const chosen = tried.indexOf(ndcg);
    selections[chosen]++;
    for (const [place, { scores }] of users.entries()) add(scores[chosen], sums[place]);
    if (ndcg > best.ndcg) best = { ndcg, weights: selections.map((times) => times / round) };
  }
  return best.weights;
}

/** The mean NDCG of lists by the sums with one model's scores added once more. */
function meanNdcg(
  users: readonly ValidationUser[],
  sums: readonly Float64Array[],
  model: number,
  count: number,
): number {
  let total = 0;
  for (const [place, { scores, isRelevant, relevantCount }] of users.entries()) {
    const sum = sums[place].slice();
    add(scores[model], sum);
    const hits = Array.from(topIndices(sum, count), (item) => isRelevant[item]);
    total += discountedGain(hits, count) / idealGain(Math.min(count, relevantCount));
  }
  return total / users.length;
}

function add(scores: Float32Array, into: Float64Array): void {
  for (let item = 0; item < into.length; item++) into[item] += scores[item];
}
