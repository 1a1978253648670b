import type { Random } from "../../math/random.js";

/** Draws made at once: 2 MB, beside which the values of a model fit in a core's cache. */
const DRAWS_AT_ONCE = 2 ** 19;

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
  const atOnce = 4 * Math.max(1, Math.floor(DRAWS_AT_ONCE / 4 / count));
  for (let first = 0; first < samples; first += atOnce) {
    const drawn = Math.min(atOnce, samples - first);
    const rows = new Int32Array(4 * Math.ceil(drawn / 4) * count);
    random.fillBelow(count, rows.subarray(0, drawn * count));
    for (const [place, values] of arrays.entries()) {
      for (let sample = 0; sample < drawn; sample += 4) {
        writeMeans(rows.subarray(sample * count), values, means[place].subarray(first + sample));
      }
    }
  }
  return means;
}

/**
 * Writes the means of four samples, one after the other in `rows`, or of as many as there is room
 * for: additions to different sums need not wait for each other.
 */
function writeMeans(rows: Int32Array, values: Float64Array, into: Float64Array): void {
  const count = values.length;
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    sum0 += values[rows[k]];
    sum1 += values[rows[k + count]];
    sum2 += values[rows[k + 2 * count]];
    sum3 += values[rows[k + 3 * count]];
  }
  // Beyond the end of a typed array nothing is written.
  into[0] = sum0 / count;
  into[1] = sum1 / count;
  into[2] = sum2 / count;
  into[3] = sum3 / count;
}
