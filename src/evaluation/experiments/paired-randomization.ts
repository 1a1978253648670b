import { type RandomSettings, random } from "../../math/random.js";
import { wholeAtLeast } from "../../settings/checks.js";

/** Options of {@link pairedRandomization}. */
export interface PairedRandomizationOptions extends Partial<RandomSettings> {
  /** Number of random assignments, from 1; no p-value is below 1 / (samples + 1). @default 10000 */
  readonly samples?: number;
}

/**
 * A p-value of the difference of two models: how often chance alone would give a mean difference at
 * least as large, in either direction. If both models were equally good, each pair's difference
 * could as well have the other sign; so signs are drawn at random, `samples` times.
 *
 *     p = (1 + draws with |mean| ≥ |observed mean|) / (1 + samples)
 *
 * Pairs with a NaN are left out. O(samples × pairs).
 *
 * Mark Smucker, James Allan and Ben Carterette, *A Comparison of Statistical Significance Tests for
 * Information Retrieval Evaluation*, CIKM 2007.
 *
 * @param first a value for each test user or row, as `compare(…).valuesOf` gives them
 * @returns NaN without a pair
 * @throws RangeError for different lengths, or samples below 1.
 * @example
 * const [first, second] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 0, 0, 0)];
 * Math.abs(pairedRandomization(first, second) - 1 / 8) < 0.02; // true
 */
export function pairedRandomization(
  first: Float64Array,
  second: Float64Array,
  { samples = 10_000, seed, generator }: PairedRandomizationOptions = {},
): number {
  wholeAtLeast(1, { samples });
  if (first.length !== second.length) {
    throw new RangeError(
      `${first.length} values cannot be paired with ${second.length}; measure both on the same test part`,
    );
  }
  const differences = first.map((value, pair) => value - second[pair]).filter((each) => !Number.isNaN(each));
  if (differences.length === 0) return Number.NaN;
  const drawn = random({ seed, generator });
  // Sums that are equal but for rounding count as equal.
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0)) * (1 - 1e-12);
  let asLarge = 0;
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0;
    for (const difference of differences) sum += drawn.below(2) === 0 ? difference : -difference;
    if (Math.abs(sum) >= observed) asLarge++;
  }
  return (1 + asLarge) / (1 + samples);
}
