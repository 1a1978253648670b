/**
 * Catalogue coverage: the share of all items that stand in anybody's list.
 *
 * @param counts in how many lists each item stands
 * @example
 * catalogueCoverage([3, 0, 1, 0]); // 0.5
 */
export function catalogueCoverage(counts: ArrayLike<number>): number {
  let shown = 0;
  for (let item = 0; item < counts.length; item++) if (counts[item] > 0) shown++;
  return shown / counts.length;
}

/**
 * The Gini coefficient of how often items are shown: 0 where all are shown alike, (n − 1) / n where one of n takes all.
 *
 *     Σ (2 × place − n − 1) × count / (n × Σ count), counts in ascending order, places from 1
 *
 * NaN where nothing is shown. O(n log n).
 *
 * @param counts in how many lists each item stands
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
