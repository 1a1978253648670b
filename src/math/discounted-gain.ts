/**
 * The discounted cumulative gain (DCG) of a ranked list of hits:
 *
 *     Σ over the first `count` places with a hit: 1 / log₂(place + 1)
 */
export function discountedGain(hits: ArrayLike<number>, count: number): number {
  let gain = 0;
  for (let place = 1; place <= Math.min(count, hits.length); place++)
    gain += hits[place - 1] / Math.log2(place + 1);
  return gain;
}

/** The {@link discountedGain} of hits at all of the first `count` places. */
export function idealGain(count: number): number {
  let gain = 0;
  for (let place = 1; place <= count; place++) gain += 1 / Math.log2(place + 1);
  return gain;
}
