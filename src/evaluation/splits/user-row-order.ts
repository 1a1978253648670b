import { type RandomSettings, random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { knownTimestamps } from "../../ratings/known-timestamps.js";
import { oneOf } from "../../settings/checks.js";

/** Which of a user's rows are tested: the latest, or random ones. */
export interface TestedRows extends Partial<RandomSettings> {
  /**
   * The user's latest rows (for equal timestamps the later in the file) or random rows.
   * @default "last"
   */
  readonly which?: "last" | "random";
}

/**
 * A function that sorts a user's rows in place, those to test last.
 *
 * @throws RangeError for an unknown `which`, and for "last" without a timestamp.
 */
export function userRowOrder(
  ratings: Feedback,
  { which = "last", seed, generator }: TestedRows,
): (rows: Int32Array) => Int32Array {
  if (oneOf(["last", "random"], { which }) === "last") {
    const timestamps = knownTimestamps(ratings, 'pass which: "random"');
    return (rows) => rows.sort((a, b) => timestamps[a] - timestamps[b]);
  }
  const drawn = random({ seed, generator });
  return (rows) => drawn.shuffle(rows);
}
