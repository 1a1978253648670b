import { type Random, random } from "../../math/random.js";
import { checkedScale, type Rating, type RatingScale } from "../rating.js";
import { simulatedActivity } from "./simulated-activity.js";
import { SimulatedItems } from "./simulated-items.js";

/** What is simulated. */
export interface SimulatorSettings {
  /** How many users there are, from 1; their ids are 1, 2, 3 … */
  readonly users: number;
  /** How many items there are, from 1; their ids are 1, 2, 3 … */
  readonly items: number;
  /** How many ratings there are: one for each user and item at least, and at most one for each pair of them. */
  readonly count: number;
  /** How many latent tastes users have and items serve, from 1. @default 8 */
  readonly factors?: number;
  /** The lowest and highest rating. @default { min: 0.5, max: 5 } */
  readonly scale?: RatingScale;
  /** How far a rating is from the next one, in stars: a whole part of the scale. @default 0.5 */
  readonly step?: number;
  /** A whole number from 0 to 2³² − 1; the same seed makes the same ratings. @default 0 */
  readonly seed?: number;
}

/** A rating as the simulator makes it: its ids are whole numbers. */
export type SimulatedRating = Required<Rating> & { readonly userId: number; readonly itemId: number };

type Settings = Required<SimulatorSettings>;

/** Parts of a rating, as shares of the scale's width: together a mean of 3.5 and a deviation of 1.05 stars of 0.5 to 5. */
const CENTER = 0.58;
const USER_BIAS = 0.1;
const ITEM_BIAS = 0.11;
const TASTE = 0.14;
const NOISE = 0.17;

const FIRST_DAY = Date.UTC(1996, 0) / 1000;
const LAST_DAY = Date.UTC(2019, 10) / 1000;
const MONTH = 30 * 86_400;

/**
 * Ratings with the shape of MovieLens, one after the other, user by user, each user's in the order of time. Nothing
 * is kept of the rows that went by: O(users + items × factors) memory, O(count × (factors + log items)) time.
 *
 * - Users: 20 ratings at least (fewer where `count` is less than 20 a user), and a log-normal number beyond.
 * - Items: popularity is log-normal, wider the more items there are, fitted to ML-100K, ml-latest-small and ML-25M. No
 *   item goes without a rating: a row goes to one that nobody has rated yet with a chance of (their number) / (rows left).
 * - Tastes: users and items have `factors` normal numbers each; their product says how much a user likes an item, and an
 *   item that is liked is rated more often.
 * - Rating: a mean, a user's and an item's bias, the liking, and noise, rounded to the nearest step of the scale.
 *
 * @throws RangeError that names the setting and its value.
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
    const taste = Float64Array.from({ length: factors }, () => drawn.normal());
    const bias = USER_BIAS * drawn.normal();
    let timestamp = FIRST_DAY + drawn.below(LAST_DAY - FIRST_DAY);
    const rated = new Int32Array(activity[user]);
    for (let place = 0; place < rated.length; place++, rowsLeft--) {
      const isFirst = drawn.below(rowsLeft) < catalogue.unrated;
      const item = isFirst ? catalogue.takeUnrated() : catalogue.takeLiked(taste, drawn);
      rated[place] = item;

      const bent = bias + ITEM_BIAS * catalogue.bias(item) + TASTE * catalogue.liking(taste, item);
      timestamp += pause(drawn);
      const rating = onScale(CENTER + bent + NOISE * drawn.normal(), settings);
      yield { userId: user + 1, itemId: item + 1, rating, timestamp };
    }
    catalogue.putBack(rated);
  }
}

/** Seconds until a user's next rating: most come within a minute, one in forty weeks later. */
function pause(drawn: Random): number {
  return drawn.below(40) === 0 ? drawn.below(3 * MONTH) : 3 + drawn.below(40);
}

/** The step of the scale that is nearest to a share of its width. */
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
