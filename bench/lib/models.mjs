import * as reelbook from "reelbook";

/**
 * What a model may learn from beside ratings.
 *
 * @typedef {{ items: Iterable<import("reelbook").ItemGenres>, tags?: Iterable<import("reelbook").ItemTag> }} SideData
 */

/**
 * A model by the name of its class. One of several models has them among its settings, by name and settings, as `models`.
 *
 * @param {string} name
 * @param {Record<string, any>} settings
 * @param {SideData} [side] for models that know items by more than ratings
 * @returns {import("reelbook").Model}
 */
export function modelOf(name, { models, ...settings }, side) {
  const Model = /** @type {Record<string, any>} */ (reelbook)[name];
  const members = models?.map((/** @type {{ name: string, settings: object }} */ each) =>
    modelOf(each.name, each.settings, side),
  );
  const model = members ? new Model(members, settings) : new Model(settings);
  return side && "of" in model ? model.of(side.items, side.tags) : model;
}
