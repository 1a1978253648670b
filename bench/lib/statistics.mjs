/** @typedef {{ median: number, min: number, max: number }} Spread */

/**
 * The median of some values, and their range.
 *
 * @param {readonly number[]} values
 * @returns {Spread} NaN for no values
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return { median: (below + above) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/**
 * The ratios of our values to the peer's, pair by pair: both of a pair ran one after the other, so
 * that a slow machine slowed both.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} peers
 * @returns {Spread}
 */
export function ratios(ours, peers) {
  const pairs = Math.min(ours.length, peers.length);
  return spread(Array.from({ length: pairs }, (_, pair) => (ours[pair] ?? 0) / (peers[pair] ?? 0)));
}
