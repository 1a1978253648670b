/** Which items are relevant. */
export interface Relevance {
  /** By item index 1 for a relevant item, else 0. */
  readonly isRelevant: ArrayLike<number>;
  /**
   * All relevant items; those without a score rank below all others.
   * @default those with a score
   */
  readonly relevantCount?: number;
}

/**
 * The area under the ROC curve: the probability that a random relevant item ranks above a random
 * other one.
 *
 *     (pairs in the right order + ½ × pairs with equal scores) / (relevant items × other items)
 *
 * Items with the score NaN are left out; for relevant ones see {@link Relevance}. NaN without
 * relevant or without other items. O(items × log(relevant items)).
 *
 * @param scores of each item by index
 * @example
 * areaUnderCurve(Float64Array.of(3, 1, 2, 2), { isRelevant: [1, 0, 1, 0] }); // 0.875
 */
export function areaUnderCurve(scores: Float64Array, { isRelevant, relevantCount }: Relevance): number {
  const relevant = scores.filter((score, item) => isRelevant[item] && !Number.isNaN(score)).sort();
  let others = 0;
  let inOrder = 0;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item];
    if (isRelevant[item] || Number.isNaN(score)) continue;
    others++;
    const below = countWhile(relevant, (each) => each < score);
    const upTo = countWhile(relevant, (each) => each <= score);
    inOrder += relevant.length - (below + upTo) / 2;
  }
  return inOrder / ((relevantCount ?? relevant.length) * others);
}

/** How many of sorted values pass a test that fails for all after the first that fails. */
function countWhile(sorted: Float64Array, test: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
