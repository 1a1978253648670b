import { normalCdf } from "../../math/normal-cdf.js";

/**
 * The value below which an equal mixture of normal distributions has this share of its mass, by
 * bisection to the last bits. O(60 × means).
 *
 * @param share above 0 and below 1
 */
export function mixtureQuantile(means: Float64Array, deviations: Float64Array, share: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < means.length; k++) {
    low = Math.min(low, means[k] - 10 * deviations[k]);
    high = Math.max(high, means[k] + 10 * deviations[k]);
  }
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    let below = 0;
    for (let k = 0; k < means.length; k++) below += normalCdf((middle - means[k]) / deviations[k]);
    if (below < share * means.length) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
