import * as reelbook from "reelbook";
import { CountedByUserKnn } from "./counted-by-user-knn.mjs";
import { DayInterest } from "./day-interest.mjs";

/** Models that only rows of table 46 need. */
const NOT_IN_THE_LIBRARY = { CountedByUserKnn, DayInterest };

/**
 * What a model can use in addition to ratings.
 *
 * @typedef {object} SideData
 * @property {Iterable<import("reelbook").ItemGenres>} items
 * @property {Iterable<import("reelbook").ItemTag>} [tags]
 * @property {import("reelbook").MachineFeatures} [features] of users and items
 */

/**
 * A model by the name of its class. The setting `models` of an ensemble lists its members by name
 * and settings. With the setting `dates` a FactorizationMachine uses timestamps, and facts of users
 * and items; without it only ratings. Models of content use no tags with `tags: false`.
 *
 * @param {string} name
 * @param {Record<string, any>} settings
 * @param {SideData} [side] for models that use facts
 * @returns {import("reelbook").Model}
 */
export function modelOf(name, { models, dates = false, tags = true, ...settings }, side) {
  const Model = /** @type {Record<string, any>} */ ({ ...reelbook, ...NOT_IN_THE_LIBRARY })[name];
  const members = models?.map((/** @type {{ name: string, settings: object }} */ each) =>
    modelOf(each.name, each.settings, side),
  );
  const model = members ? new Model(members, settings) : new Model(settings);
  if (dates) return model.of({ ...side?.features, dates });
  const takesFacts = "of" in model && name !== "FactorizationMachine";
  return side && takesFacts ? model.of(side.items, tags ? side.tags : []) : model;
}
