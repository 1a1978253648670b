import { discountedGain, idealGain } from "../../math/discounted-gain.js";
import { topIndices } from "../../math/top-n.js";

/** A user by whom weights are judged: what each model scores, and what a list should hold. */
export interface Judge {
  /** The standard scores of all items for each model, NaN for items that may not be shown. */
  readonly scores: readonly Float32Array[];
  /** By item: 1 where it is relevant, else 0. */
  readonly isRelevant: Uint8Array;
  /** How many items are relevant, those that no model knows too. */
  readonly relevantCount: number;
}

/** How {@link chooseRankWeights} goes about it. */
export interface RankWeightsOptions {
  /** How long the lists are that count. */
  readonly count: number;
  /** How many steps it makes. */
  readonly rounds: number;
  /** Called before each step. */
  readonly onStep?: () => void;
}

/**
 * Weights of models for the best top lists: step by step the model whose scores, added once more to the sum so far, make the mean
 * NDCG@`count` of the judges largest gets one more vote; of equal ones the first. What counts in the end is the step with the
 * largest mean. Weights are shares of votes. O(rounds × models × judges × items). Caruana et al., Ensemble selection from libraries
 * of models, ICML 2004.
 */
export function chooseRankWeights(
  judges: readonly Judge[],
  modelCount: number,
  { count, rounds, onStep }: RankWeightsOptions,
): number[] {
  const sums = judges.map(({ isRelevant }) => new Float64Array(isRelevant.length));
  const votes = new Array<number>(modelCount).fill(0);
  let best = { ndcg: Number.NEGATIVE_INFINITY, weights: votes };
  for (let step = 1; step <= rounds; step++) {
    onStep?.();
    const tried = votes.map((_, model) => meanNdcg(judges, sums, model, count));
    const ndcg = Math.max(...tried);
    const chosen = tried.indexOf(ndcg);
    votes[chosen]++;
    for (const [place, { scores }] of judges.entries()) add(scores[chosen], sums[place]);
    if (ndcg > best.ndcg) best = { ndcg, weights: votes.map((each) => each / step) };
  }
  return best.weights;
}

/** The mean NDCG of the lists by sums to which one model's scores are added once more. */
function meanNdcg(
  judges: readonly Judge[],
  sums: readonly Float64Array[],
  model: number,
  count: number,
): number {
  let total = 0;
  for (const [place, { scores, isRelevant, relevantCount }] of judges.entries()) {
    const sum = sums[place].slice();
    add(scores[model], sum);
    const hits = Array.from(topIndices(sum, count), (item) => isRelevant[item]);
    total += discountedGain(hits, count) / idealGain(Math.min(count, relevantCount));
  }
  return total / judges.length;
}

function add(scores: Float32Array, into: Float64Array): void {
  for (let item = 0; item < into.length; item++) into[item] += scores[item];
}
