/** How many relevant items there are, and which of the scored ones they are. */
export interface Relevance {
  /** 1 where the item of this index is relevant, else 0. */
  readonly isRelevant: ArrayLike<number>;
  /** Relevant items in all; those without a score count as below all others. @default those with a score */
  readonly relevantCount?: number;
}

/**
 * The area under the ROC curve: how likely a relevant item stands above one that is not, if one of each is drawn.
 *
 *     (pairs in the right order + ½ × pairs with equal scores) / (relevant items × other items)
 *
 * Items whose score is NaN are left out, relevant ones as {@link Relevance} says. NaN where there are none of one
 * kind. O(items × log(relevant items)).
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

/** How many values at the start of sorted ones pass a test that all before the first failing one pass. */
function countWhile(sorted: Float64Array, test: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
