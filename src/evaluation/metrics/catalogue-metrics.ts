/**
 * Catalogue coverage: the share of all items that are in at least one list.
 *
 * @param counts how many lists contain each item
 * @example
 * catalogueCoverage([3, 0, 1, 0]); // 0.5
 */
export function catalogueCoverage(counts: ArrayLike<number>): number {
  let listed = 0;
  for (let item = 0; item < counts.length; item++) if (counts[item] > 0) listed++;
  return listed / counts.length;
}

/**
 * The Gini coefficient of how often items are listed: 0 if all are listed equally often,
 * (n − 1) / n if only one of n is listed.
 *
 *     Σ (2 × place − n − 1) × count / (n × Σ count), counts in ascending order, places from 1
 *
 * NaN if nothing is listed. O(n log n).
 *
 * @param counts how many lists contain each item
 * @example
 * giniCoefficient([0, 0, 0, 5]); // 0.75
 */
export function giniCoefficient(counts: ArrayLike<number>): number {
  const ascending = Float64Array.from(counts).sort();
  let weighted = 0;
  let sum = 0;
  for (const [index, count] of ascending.entries()) {
    weighted += (2 * (index + 1) - ascending.length - 1) * count;
    sum += count;
  }
  return weighted / (ascending.length * sum);
}
