/** The gains in a top list. */
export interface Gains {
  /** For each place, best first: the gain of its item, from 0. Places beyond the end are empty. */
  readonly gains: ArrayLike<number>;
  /** The gains of all the items that the list could hold, in any order; one above 0 at least. */
  readonly allGains: ArrayLike<number>;
}

/**
 * Normalized discounted cumulative gain at `count` with graded gains: an item of 5 stars counts
 * more than one of 4, and both less further down.
 *
 *     DCG = Σ over the first count places: gain / log₂(place + 1)
 *     NDCG = DCG / the DCG of the largest gains in descending order
 *
 * Gains are what one makes of the ratings: `2 ** rating - 1` in web search, or the stars above the
 * lowest. With gains of 0 and 1 it is `ndcgAt`. O(n log n) for n gains.
 *
 * Kalervo Järvelin and Jaana Kekäläinen, *Cumulated gain-based evaluation of IR techniques*, ACM
 * TOIS 20 (2002); Chris Burges et al., *Learning to Rank using Gradient Descent*, ICML 2005, for
 * `2 ** rating - 1`.
 *
 * @returns NaN if no gain is above 0
 * @throws RangeError for a gain below 0 or NaN.
 * @example
 * gradedNdcgAt({ gains: [0, 3], allGains: [3, 0] }, 2).toFixed(3); // "0.631"
 */
export function gradedNdcgAt({ gains, allGains }: Gains, count: number): number {
  const best = Float64Array.from(allGains, checkedGain).sort().reverse();
  return discounted(Float64Array.from(gains, checkedGain), count) / discounted(best, count);
}

function checkedGain(gain: number): number {
  if (gain >= 0) return gain;
  throw new RangeError(`gain ${gain} is not a number of at least 0; give relevant items gains above 0`);
}

function discounted(gains: Float64Array, count: number): number {
  let sum = 0;
  for (let place = 1; place <= Math.min(count, gains.length); place++) {
    sum += gains[place - 1] / Math.log2(place + 1);
  }
  return sum;
}
