import { FittedModel } from "reelbook";

const SECONDS_A_DAY = 86_400;

/** Days further apart than this number of widths count nothing. */
const REACH = 4;

/**
 * How much more an item is rated on a user's days than on all days:
 *
 *     score = ln((n(i) + shrinkage × p(i)) / ((Σ n + shrinkage) × p(i)))
 *
 * where p(i) is the item's share of all ratings, and n(i) the number of its ratings on the days of
 * the user's ratings, the mean over these. A rating on another day counts exp(−½ (days between /
 * width)²). It uses only when the ratings it is fitted to were given.
 */
export class DayInterest {
  name = "DayInterest";

  /** @param {{ width: number, shrinkage: number }} settings `width` in days */
  constructor(settings) {
    this.settings = Object.freeze({ ...settings });
  }

  /** @param {import("reelbook").Feedback} ratings @throws {RangeError} without timestamps */
  fit(ratings) {
    return new FittedDayInterest(ratings, this.settings);
  }
}

class FittedDayInterest extends FittedModel {
  name = "DayInterest";
  inStars = false;

  /**
   * @param {import("reelbook").Feedback} ratings
   * @param {{ width: number, shrinkage: number }} settings
   */
  constructor(ratings, settings) {
    super(ratings);
    this.settings = settings;
    const dayOfRow = daysOf(ratings);
    this.itemsOnDay = itemsOnDays(ratings, dayOfRow, settings.width);
    this.shares = new Float64Array(ratings.items.size);
    for (const item of ratings.itemIndices) this.shares[item] = (this.shares[item] ?? 0) + 1 / ratings.count;
    /** @type {number[][]} */
    this.daysOfUser = ratings.users.ids.map(() => []);
    for (const [row, user] of ratings.userIndices.entries()) this.daysOfUser[user]?.push(dayOfRow[row] ?? 0);
    Object.freeze(this);
  }

  /** @override @param {number} userIndex @param {Float64Array} into */
  scoreItems(userIndex, into) {
    const days = this.daysOfUser[userIndex] ?? [];
    /** @type {Map<number, number>} */
    const shareOfDay = new Map();
    for (const day of days) shareOfDay.set(day, (shareOfDay.get(day) ?? 0) + 1 / days.length);
    const counts = new Float64Array(into.length);
    for (const [day, share] of shareOfDay) {
      for (const [item, count] of (this.itemsOnDay[day] ?? []).entries())
        counts[item] = (counts[item] ?? 0) + share * count;
    }
    const { shrinkage } = this.settings;
    const all = counts.reduce((sum, count) => sum + count, shrinkage);
    for (const [item, count] of counts.entries()) {
      const share = this.shares[item] ?? 0;
      into[item] = Math.log((count + shrinkage * share) / (all * share));
    }
  }

  /** @override @returns {never} */
  scoreItemsFor() {
    throw new RangeError("DayInterest has no new users; it is only a part of a row of table 46");
  }

  /** @override @returns {never} */
  explainFor() {
    throw new RangeError("DayInterest explains nothing; it is only a part of a row of table 46");
  }

  /** @override @returns {never} */
  state() {
    throw new RangeError("DayInterest is not saved; it is only a part of a row of table 46");
  }
}

/** The day of each row, from 0. @param {import("reelbook").Feedback} ratings */
function daysOf({ timestamps = new Float64Array(0) }) {
  const days = Int32Array.from(timestamps, (seconds) => Math.floor(seconds / SECONDS_A_DAY));
  if (timestamps.length === 0 || timestamps.some(Number.isNaN))
    throw new RangeError("DayInterest: not all ratings have a timestamp; join them from ML-100K's u.data");
  const first = days.reduce((least, day) => Math.min(least, day));
  return days.map((day) => day - first);
}

/**
 * The number of ratings of each item around each day.
 *
 * @param {import("reelbook").Feedback} ratings
 * @param {Int32Array} dayOfRow
 * @param {number} width in days
 */
function itemsOnDays({ items, itemIndices }, dayOfRow, width) {
  const dayCount = dayOfRow.reduce((most, day) => Math.max(most, day), 0) + 1;
  const onDays = Array.from({ length: dayCount }, () => new Float64Array(items.size));
  const reach = Math.floor(REACH * width);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-(((k - reach) / width) ** 2) / 2),
  );
  for (const [row, item] of itemIndices.entries()) {
    for (const [k, weight] of weights.entries()) {
      const onDay = onDays[(dayOfRow[row] ?? 0) + k - reach];
      if (onDay) onDay[item] = (onDay[item] ?? 0) + weight;
    }
  }
  return onDays;
}
