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
  const { movies, tags } = await loadDataset(folder);
  return { items: movies, tags: await tags() };
}
