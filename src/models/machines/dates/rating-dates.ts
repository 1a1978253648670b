import type { Feedback } from "../../../ratings/feedback.js";
import { knownTimestamps } from "../../../ratings/known-timestamps.js";
import { dateFeatures } from "./date-features.js";

/** For each feature the place of the date's value among its values; -1 for one without ratings. */
export type DatePlace = readonly number[];

/** The dates of ratings as features. */
export class RatingDates {
  /** For each of {@link dateFeatures} its values that ratings have, ascending. */
  readonly values: readonly Float64Array[];
  /** The place of each rating. */
  readonly places: readonly DatePlace[];
  readonly #placesOf: readonly ReadonlyMap<number, number>[];
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  /**
   * O(ratings).
   *
   * @throws RangeError if a rating has no timestamp
   */
  constructor(ratings: Feedback) {
    const { users, userIndices } = ratings;
    const timestamps = knownTimestamps(ratings, "leave out dates: true");
    this.#first = new Float64Array(users.size).fill(Number.POSITIVE_INFINITY);
    this.#last = new Float64Array(users.size).fill(Number.NEGATIVE_INFINITY);
    for (const [row, user] of userIndices.entries()) {
      this.#first[user] = Math.min(this.#first[user], timestamps[row]);
      this.#last[user] = Math.max(this.#last[user], timestamps[row]);
    }
    this.values = dateFeatures.map(({ valueAt }) => {
      const all = timestamps.map((timestamp, row) => valueAt(timestamp, this.#first[userIndices[row]]));
      return Float64Array.from(new Set(all)).sort();
    });
    this.#placesOf = this.values.map(
      (values) => new Map(Array.from(values, (value, place) => [value, place])),
    );
    this.places = Array.from(timestamps, (timestamp, row) => this.ofUser(userIndices[row], timestamp));
    Object.freeze(this);
  }

  /** A user's date; that of the user's last rating for NaN. -1 is an unknown user. */
  ofUser(userIndex: number, timestamp: number): DatePlace {
    const known = Number.isNaN(timestamp) ? this.#last[userIndex] : timestamp;
    return this.since(this.#first[userIndex], known);
  }

  /**
   * The dates of a new user's ratings, and of the last of them. Timestamps that are missing or NaN
   * are unknown.
   */
  ofNewUser(timestamps: Float64Array, count: number): { places: DatePlace[]; last: DatePlace } {
    const known = timestamps.filter((timestamp) => !Number.isNaN(timestamp)).sort();
    return {
      places: Array.from({ length: count }, (_, k) => this.since(known[0], timestamps[k])),
      last: this.since(known[0], known.at(-1)),
    };
  }

  /** The date of a user whose first rating was at `first`. */
  since(first = Number.NaN, timestamp = Number.NaN): DatePlace {
    return dateFeatures.map(
      ({ valueAt }, feature) => this.#placesOf[feature].get(valueAt(timestamp, first)) ?? -1,
    );
  }
}
