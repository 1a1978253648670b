import type { Recommendation } from "../../models/contract/recommend-options.js";
import type { Id } from "../../ratings/id-index.js";
import { shareFrom0To1, wholeAtLeast } from "../../settings/checks.js";
import { scaledScores } from "./scaled-scores.js";

/** Options of {@link maximalMarginalRelevance}. */
export interface MaximalMarginalRelevanceOptions {
  /** How alike two items are, at most 1; NaN counts as 0. */
  readonly similarity: (first: Id, second: Id) => number;
  /** Between relevance alone (0) and difference alone (1). @default 0.3 */
  readonly diversity?: number;
  /** The length of the new list, from 1. @default 10 */
  readonly count?: number;
}

/**
 * Chooses a diverse list from a longer one by maximal marginal relevance (MMR): the best item
 * first, then each time the one with the highest
 *
 *     (1 − diversity) × score − diversity × similarity to the most similar item chosen so far
 *
 * where scores are scaled to 0 … 1 within the list. Equal ones keep their order. Give it several
 * times as many recommendations as it should choose. O(count × recommendations) similarities.
 *
 * Jaime Carbonell and Jade Goldstein, *The Use of MMR, Diversity-Based Reranking*, SIGIR 1998.
 *
 * @returns the chosen recommendations with the scores that they had
 * @throws RangeError for a diversity that is not from 0 to 1, or a count below 1.
 * @example
 * const list = model.recommend(1, { count: 100 });
 * const similarity = (a, b) => (movies.genres(a)[0] === movies.genres(b)[0] ? 1 : 0);
 * const diverse = maximalMarginalRelevance(list, { similarity, diversity: 0.5, count: 5 });
 * new Set(diverse.map(({ itemId }) => movies.genres(itemId)[0])).size; // 5
 */
export function maximalMarginalRelevance(
  recommendations: readonly Recommendation[],
  { similarity, diversity = 0.3, count = 10 }: MaximalMarginalRelevanceOptions,
): Recommendation[] {
  shareFrom0To1({ diversity });
  wholeAtLeast(1, { count });
  const scores = scaledScores(recommendations);
  const closest = new Float64Array(recommendations.length).fill(Number.NEGATIVE_INFINITY);
  const left = new Set(recommendations.keys());
  const chosen: Recommendation[] = [];
  while (chosen.length < count && left.size > 0) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const place of left) {
      const penalty = chosen.length === 0 ? 0 : diversity * closest[place];
      const value = (1 - diversity) * scores[place] - penalty;
      if (best < 0 || value > bestValue) [best, bestValue] = [place, value];
    }
    left.delete(best);
    chosen.push(recommendations[best]);
    for (const place of left) {
      const alike = similarity(recommendations[place].itemId, recommendations[best].itemId) || 0;
      closest[place] = Math.max(closest[place], alike);
    }
  }
  return chosen;
}
