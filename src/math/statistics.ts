/** The arithmetic mean, NaN of nothing. O(n). */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/**
 * The sample standard deviation:
 *
 *     √( Σ (value − mean)² / (n − 1) )
 *
 * NaN for fewer than two values. Two passes, O(n).
 */
export function standardDeviation(values: ArrayLike<number>): number {
  const center = mean(values);
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += (values[index] - center) ** 2;
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
}

/** The standard deviation of a whole population, √( Σ (value − center)² / n ). O(n). */
export function populationDeviation(values: Float64Array, center: number): number {
  return Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / values.length);
}

/**
 * The value below which a share of all values lies, between two neighbours by their distance (the
 * default of NumPy and pandas; Hyndman and Fan, type 7). NaN of nothing. Sorts a copy, O(n log n).
 *
 * @param share 0 to 1: 0.25 is the lower quartile
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share: ${share} is not a share from 0 to 1`);
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted.length === 0 ? Number.NaN : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
