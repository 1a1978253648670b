import type { Random } from "../../math/random.js";

/** So that a megabyte holds the draws, and a processor's cache the values of a model. */
const DRAWS_AT_ONCE = 2 ** 18;

/**
 * The means of bootstrap samples: `samples` times, as many rows as there are are drawn with
 * replacement, and the mean of each array over these rows is taken. All arrays share the draws.
 * O(samples × rows × arrays). Plain:
 *
 *     rows = all.map(() => random.below(all.length))
 *     means = arrays.map((values) => mean(rows.map((row) => values[row])))
 *
 * @param arrays of the same length
 * @returns for each array a mean of each sample
 */
export function bootstrapMeans(
  arrays: readonly Float64Array[],
  samples: number,
  random: Random,
): Float64Array[] {
  const count = arrays[0]?.length ?? 0;
  const means = arrays.map(() => new Float64Array(samples));
  const atOnce = Math.max(1, Math.floor(DRAWS_AT_ONCE / count));
  for (let first = 0; first < samples; first += atOnce) {
    const end = Math.min(samples, first + atOnce);
    const rows = new Int32Array((end - first) * count);
    random.fillBelow(count, rows);
    for (const [place, values] of arrays.entries()) {
      for (let sample = first; sample < end; sample++) {
        const from = (sample - first) * count;
        means[place][sample] = sumAt(rows.subarray(from, from + count), values) / count;
      }
    }
  }
  return means;
}

function sumAt(rows: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += values[rows[k]];
  return sum;
}
