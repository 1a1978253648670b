/** The least and the most that a value can be. */
export type PossibleRange = readonly [least: number, most: number];

/** No limits. */
export const EVERYTHING: PossibleRange = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * A value whose interval ends where the possible values end: the interval of a difference, added
 * to a value near the end, may go beyond.
 */
export function withinRange<T extends { readonly low?: number; readonly high?: number }>(
  value: T,
  [least, most]: PossibleRange,
): T {
  const { low, high } = value;
  return {
    ...value,
    ...(low !== undefined && { low: Math.max(low, least) }),
    ...(high !== undefined && { high: Math.min(high, most) }),
  };
}
