import type { Recommendation } from "../../models/contract/recommend-options.js";
import type { Id } from "../../ratings/id-index.js";
import { shareFrom0To1, wholeAtLeast } from "../../settings/checks.js";
import { miscalibration } from "../metrics/miscalibration.js";
import { scaledScores } from "./scaled-scores.js";

/** Options of {@link calibratedRecommendations}. */
export interface CalibratedRecommendationsOptions {
  /** The items that the user liked, each as often as it should count. */
  readonly history: Iterable<Id>;
  /** The categories of an item, such as its genres, which share its weight of 1. */
  readonly categories: (itemId: Id) => readonly string[];
  /** Between relevance alone (0) and calibration alone (1). @default 0.5 */
  readonly calibration?: number;
  /** The length of the new list, from 1. @default 10 */
  readonly count?: number;
}

/**
 * Chooses from a longer list one whose categories have the shares that they have in the user's
 * history: who likes seven romances and three thrillers gets thrillers, too. Each time it takes the
 * item with the highest
 *
 *     (1 − calibration) × sum of the scores − calibration × miscalibration(history, list)
 *
 * of the list with that item, where scores are scaled to 0 … 1. Equal ones keep their order. The
 * greedy list is within 1 − 1/e of the best. O(count × recommendations × categories).
 *
 * Harald Steck, *Calibrated Recommendations*, RecSys 2018, section 4.
 *
 * @returns the chosen recommendations with the scores that they had
 * @throws RangeError for a history without a category, a calibration that is not from 0 to 1, or a
 * count below 1.
 * @example
 * const list = model.recommend(1, { count: 100 });
 * const history = ratings.ofUser(1).map(({ itemId }) => itemId);
 * const categories = (itemId) => movies.genres(itemId);
 * calibratedRecommendations(list, { history, categories, count: 10 }).length; // 10
 */
export function calibratedRecommendations(
  recommendations: readonly Recommendation[],
  { history, categories, calibration = 0.5, count = 10 }: CalibratedRecommendationsOptions,
): Recommendation[] {
  shareFrom0To1({ calibration });
  wholeAtLeast(1, { count });
  const names = new Map<string, number>();
  const placesOf = (itemId: Id) =>
    categories(itemId).map((name) => names.get(name) ?? names.set(name, names.size).size - 1);
  const liked = Array.from(history, placesOf);
  const candidates = recommendations.map(({ itemId }) => placesOf(itemId));
  const wanted = weightsOf(liked, names.size);
  if (!wanted.some((weight) => weight > 0)) {
    throw new RangeError("the history has no item with a category; recommend without calibration instead");
  }
  const scores = scaledScores(recommendations);
  const given = new Float64Array(names.size);
  const left = new Set(recommendations.keys());
  const chosen: Recommendation[] = [];
  while (chosen.length < count && left.size > 0) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const place of left) {
      const without = miscalibration(wanted, withItem(given, candidates[place]));
      const penalty = Number.isNaN(without) ? Number.POSITIVE_INFINITY : without;
      const value = (1 - calibration) * scores[place] - (calibration === 0 ? 0 : calibration * penalty);
      if (best < 0 || value > bestValue) [best, bestValue] = [place, value];
    }
    left.delete(best);
    chosen.push(recommendations[best]);
    addItem(given, candidates[best]);
  }
  return chosen;
}

function weightsOf(items: readonly (readonly number[])[], size: number): Float64Array {
  const weights = new Float64Array(size);
  for (const places of items) addItem(weights, places);
  return weights;
}

function withItem(weights: Float64Array, places: readonly number[]): Float64Array {
  const sum = weights.slice();
  addItem(sum, places);
  return sum;
}

function addItem(weights: Float64Array, places: readonly number[]): void {
  for (const place of places) weights[place] += 1 / places.length;
}
