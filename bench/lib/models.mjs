import * as reelbook from "reelbook";
import { CountedByUserKnn } from "./counted-by-user-knn.mjs";

/** Models that only repeat published rows. */
const OF_OTHERS = { CountedByUserKnn };

/**
 * What a model can use in addition to ratings.
 *
 * @typedef {object} SideData
 * @property {Iterable<import("reelbook").ItemGenres>} items
 * @property {Iterable<import("reelbook").ItemTag>} [tags]
 */

/**
 * A model by the name of its class. The setting `models` of an ensemble lists its members by name
 * and settings.
 *
 * @param {string} name
 * @param {Record<string, any>} settings
 * @param {SideData} [side] for models that use facts of items; the rows of FactorizationMachine use
 * only ratings
 * @returns {import("reelbook").Model}
 */
export function modelOf(name, { models, ...settings }, side) {
  const Model = /** @type {Record<string, any>} */ ({ ...reelbook, ...OF_OTHERS })[name];
  const members = models?.map((/** @type {{ name: string, settings: object }} */ each) =>
    modelOf(each.name, each.settings, side),
  );
  const model = members ? new Model(members, settings) : new Model(settings);
  const takesFacts = "of" in model && name !== "FactorizationMachine";
  return side && takesFacts ? model.of(side.items, side.tags) : model;
}
