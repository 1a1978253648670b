/** @typedef {{ median: number, min: number, max: number }} Spread */

/**
 * The middle of some values, and how far they lie apart.
 *
 * @param {readonly number[]} values
 * @returns {Spread} NaN of nothing
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return { median: (below + above) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/**
 * How many times ours the peer's value is, pair by pair: both of a pair ran one after the other, so that what slowed the
 * machine slowed both.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} peers
 * @returns {Spread}
 */
export function ratios(ours, peers) {
  const pairs = Math.min(ours.length, peers.length);
  return spread(Array.from({ length: pairs }, (_, pair) => (peers[pair] ?? 0) / (ours[pair] ?? 0)));
}
