import {
  ExplicitAls,
  type FittedExplicitAls,
  type FittedImplicitAls,
  type Id,
  ImplicitAls,
  type Ratings,
} from "reelbook";
import type { SparkAlsSettings } from "./als-settings.js";
import type { SparkFactors } from "./spark-factors.js";

/**
 * A fitted model of reelbook with factors of Spark, for the users and items of these ratings.
 * O(factors × (users + items)).
 *
 * @throws RangeError for a user or an item without factors
 */
export function coreModel(
  { width, userIds, userFactors, itemIds, itemFactors }: SparkFactors,
  ratings: Ratings,
  { iterations, regularization, alpha, implicit }: Readonly<SparkAlsSettings>,
): FittedExplicitAls | FittedImplicitAls {
  const { users, items } = ratings;
  const saved = {
    ratings,
    items,
    parts: [],
    names: [],
    arrays: {
      mean: new Float64Array(1),
      userBiases: new Float64Array(users.size),
      itemBiases: new Float64Array(items.size),
      userFactors: rowsOf({ width, ids: userIds, factors: userFactors }, users.ids, "user"),
      itemFactors: rowsOf({ width, ids: itemIds, factors: itemFactors }, items.ids, "item"),
    },
  };
  if (!implicit) {
    const settings = { factors: width, iterations, regularization, biased: false };
    return ExplicitAls.restore({ ...saved, settings });
  }
  const perUser = ratings.values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / users.size;
  const settings = {
    factors: width,
    iterations,
    alpha,
    regularization: regularization * perUser,
    regularizationPower: 0,
  };
  return ImplicitAls.restore({ ...saved, settings });
}

interface Side {
  readonly width: number;
  readonly ids: Int32Array;
  readonly factors: Float64Array;
}

/** The factors of the given ids, in their order. */
function rowsOf({ width, ids, factors }: Side, wanted: readonly Id[], what: "user" | "item"): Float64Array {
  const rows = new Map(Array.from(ids, (id, row) => [id, row]));
  const into = new Float64Array(wanted.length * width);
  wanted.forEach((id, place) => {
    const row = typeof id === "number" ? rows.get(id) : undefined;
    if (row === undefined) {
      throw new RangeError(
        `${what} ${JSON.stringify(id)} of these ratings has no factors in the model of Spark; fit on ratings that contain it, or leave it out`,
      );
    }
    into.set(factors.subarray(row * width, (row + 1) * width), place * width);
  });
  return into;
}
