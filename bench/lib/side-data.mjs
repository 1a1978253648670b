import { top10Items } from "./top10-rows.mjs";

/**
 * What a model can use in addition to ratings.
 *
 * @param {string} dataset
 * @param {string} folder
 * @returns {Promise<import("./models.mjs").SideData>}
 */
export async function sideData(dataset, folder) {
  if (dataset === "ml-100k-top10") return top10Items(folder);
  const { loadDataset } = await import("reelbook");
  const { movies, tags, users } = await loadDataset(folder);
  const given = await tags();
  return { items: movies, tags: given, features: await featuresOf(movies, given, users) };
}

/**
 * Facts as features: of items the year, the genres and all tags, of users what ML-100K has.
 *
 * @param {import("reelbook").Movies} movies
 * @param {readonly import("reelbook").Tag[]} tags
 * @param {readonly import("reelbook").UserProfile[]} [users]
 */
async function featuresOf(movies, tags, users = []) {
  const { SideFeatures } = await import("reelbook");
  /** @type {Map<import("reelbook").Id, Set<string>>} */
  const tagsOf = new Map();
  for (const { itemId, tag } of tags)
    tagsOf.set(itemId, (tagsOf.get(itemId) ?? new Set()).add(tag.toLowerCase()));
  const items = Array.from(movies, ({ itemId, genres }) => ({
    id: itemId,
    year: movies.year(itemId) || undefined,
    genres,
    ...(tags.length > 0 && { tags: [...(tagsOf.get(itemId) ?? [])] }),
  }));
  const people = users.map(({ userId, age, gender, occupation, zipCode }) => ({
    ...{ id: userId, age, gender, occupation },
    zip: zipCode.slice(0, 1),
  }));
  return {
    items: SideFeatures.from(items),
    ...(people.length > 0 && { users: SideFeatures.from(people) }),
  };
}
