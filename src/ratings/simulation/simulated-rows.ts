import { type Random, random } from "../../math/random.js";
import { checkedScale, type Rating, type RatingScale } from "../rating.js";
import { simulatedActivity } from "./simulated-activity.js";
import { SimulatedItems } from "./simulated-items.js";

/** Settings of the simulation. */
export interface SimulatorSettings {
  /** Number of users, from 1; their ids are 1, 2, 3 … */
  readonly users: number;
  /** Number of items, from 1; their ids are 1, 2, 3 … */
  readonly items: number;
  /** Number of ratings: at least one per user and per item, at most one per pair. */
  readonly count: number;
  /** Latent factors of users and items, from 1. @default 8 */
  readonly factors?: number;
  /** The lowest and highest rating. @default { min: 0.5, max: 5 } */
  readonly scale?: RatingScale;
  /** Distance of adjacent ratings, in stars; divides the scale. @default 0.5 */
  readonly step?: number;
  /** A whole number from 0 to 2³² − 1; the same seed gives the same ratings. @default 0 */
  readonly seed?: number;
}

/** A simulated rating; its ids are whole numbers. */
export type SimulatedRating = Required<Rating> & { readonly userId: number; readonly itemId: number };

type Settings = Required<SimulatorSettings>;

/**
 * Mean and standard deviations of the parts of a rating, as shares of the scale's width: on 0.5 to
 * 5 stars, a mean of 3.5 and a deviation of 1.05 in all.
 */
const CENTER = 0.58;
const USER_BIAS = 0.1;
const ITEM_BIAS = 0.11;
const AFFINITY = 0.14;
const NOISE = 0.17;

const FIRST_DAY = Date.UTC(1996, 0) / 1000;
const LAST_DAY = Date.UTC(2019, 10) / 1000;
const MONTH = 30 * 86_400;

/**
 * Ratings with the distributions of MovieLens, user by user, each user's in order of time. Rows are
 * generated one at a time: O(users + items × factors) memory, O(count × (factors + log items))
 * time.
 *
 * - Users have at least 20 ratings (fewer if `count` is below 20 per user) plus a log-normal
 *   number.
 * - Items have log-normal popularity with a spread that grows with their number, fitted to ML-100K,
 *   ml-latest-small and ML-25M. Every item is rated: a row is drawn from the unrated items with
 *   probability (unrated items) / (rows left).
 * - Users and items have `factors` standard normal factors each. Their product is the affinity;
 *   users rate items of high affinity more often.
 * - A rating is a mean, the biases of user and item, the affinity and noise, rounded to the nearest
 *   step of the scale.
 *
 * @throws RangeError with the name and value of a wrong setting.
 * @example
 * const [first] = simulatedRows({ users: 100, items: 50, count: 2000 });
 */
export function simulatedRows(settings: SimulatorSettings): Generator<SimulatedRating, void> {
  const { factors = 8, scale = { min: 0.5, max: 5 }, step = 0.5, seed = 0 } = settings;
  return rows(checked({ ...settings, factors, scale, step, seed }), random({ seed }));
}

function* rows(settings: Settings, drawn: Random): Generator<SimulatedRating, void> {
  const { users, count, factors } = settings;
  const activity = simulatedActivity(drawn, settings);
  const catalogue = new SimulatedItems(drawn, settings);
  let rowsLeft = count;
  for (let user = 0; user < users; user++) {
    const userFactors = Float64Array.from({ length: factors }, () => drawn.normal());
    const bias = USER_BIAS * drawn.normal();
    let timestamp = FIRST_DAY + drawn.below(LAST_DAY - FIRST_DAY);
    const rated = new Int32Array(activity[user]);
    for (let place = 0; place < rated.length; place++, rowsLeft--) {
      const isFirst = drawn.below(rowsLeft) < catalogue.unrated;
      const item = isFirst ? catalogue.takeUnrated() : catalogue.takeByAffinity(userFactors, drawn);
      rated[place] = item;

      const deviation =
        bias + ITEM_BIAS * catalogue.bias(item) + AFFINITY * catalogue.affinity(userFactors, item);
      timestamp += pause(drawn);
      const rating = onScale(CENTER + deviation + NOISE * drawn.normal(), settings);
      yield { userId: user + 1, itemId: item + 1, rating, timestamp };
    }
    catalogue.putBack(rated);
  }
}

/** Seconds until a user's next rating: mostly under a minute, one in forty up to three months. */
function pause(drawn: Random): number {
  return drawn.below(40) === 0 ? drawn.below(3 * MONTH) : 3 + drawn.below(40);
}

/** The rating nearest to a share of the width of the scale. */
function onScale(share: number, { scale: { min, max }, step }: Settings): number {
  const steps = Math.round((share * (max - min)) / step);
  return Math.min(max, Math.max(min, min + steps * step));
}

function checked(settings: Settings): Settings {
  const { users, items, count, factors, scale, step } = settings;
  for (const [name, value] of Object.entries({ users, items, count, factors })) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(`${name}: ${value} is not a whole number of at least 1`);
    }
  }
  const [least, most] = [Math.max(users, items), users * items];
  if (count < least || count > most) {
    throw new RangeError(
      `count: ${count} is not between ${least} (one for each user and item) and ${most} (all pairs)`,
    );
  }
  const { min, max } = checkedScale(scale);
  if (!(step > 0 && Number.isInteger((max - min) / step))) {
    throw new RangeError(`step: ${step} does not divide the scale ${min} to ${max}`);
  }
  return settings;
}
