/**
 * Intra-list diversity: the mean dissimilarity of the items of one list.
 *
 *     mean over all pairs of (1 − similarity)
 *
 * NaN for fewer than two items, or if a similarity is NaN. O(items²).
 *
 * Cai-Nicolas Ziegler et al., *Improving Recommendation Lists Through Topic Diversification*, WWW
 * 2005.
 *
 * @example
 * listDiversity(["Heat", "Help!", "Her"], (a, b) => (a[1] === b[1] ? 1 : 0.25)); // 0
 */
export function listDiversity<T>(items: readonly T[], similarity: (first: T, second: T) => number): number {
  let sum = 0;
  for (let second = 1; second < items.length; second++) {
    for (let first = 0; first < second; first++) sum += 1 - similarity(items[first], items[second]);
  }
  return sum / ((items.length * (items.length - 1)) / 2);
}
