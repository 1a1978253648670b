import type { Feedback } from "./feedback.js";

/**
 * The timestamp of each row.
 *
 * @param instead what to do about a missing timestamp
 * @throws RangeError if one is missing.
 */
export function knownTimestamps(ratings: Feedback, instead: string): Float64Array {
  const { timestamps } = ratings;
  if (!timestamps) throw new RangeError(`these ratings have no timestamps; ${instead}`);
  const unknown = timestamps.findIndex(Number.isNaN);
  if (unknown >= 0) throw new RangeError(`row ${unknown} has no timestamp; leave it out, or ${instead}`);
  return timestamps;
}
