import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ userId: number, itemId: number, rating: number, timestamp?: number }} Row */

/**
 * The split of ML-100K on which table 46 compares rankers: Ferrari Dacrema et al., A troubling
 * analysis of reproducibility and progress in recommender systems research, ACM TOIS 39 (2021).
 * Every rating is 1. The split has no timestamps: those of the train rows are joined from ML-100K.
 *
 * @param {string} folder of ml-100k-top10
 * @param {string} [ratingsFolder] of ML-100K
 * @returns {{ train: Row[], test: Row[] }}
 */
export function top10Rows(folder, ratingsFolder) {
  const rated = ratingsFolder ? numbersIn(join(ratingsFolder, "u.data")) : [];
  const times = new Map(rated.map(([userId, itemId, , timestamp]) => [`${userId} ${itemId}`, timestamp]));
  const train = numbersIn(join(folder, "train.rating")).map(([userId = 0, itemId = 0]) => {
    const timestamp = times.get(`${userId} ${itemId}`);
    return { userId, itemId, rating: 1, ...(timestamp !== undefined && { timestamp }) };
  });
  const test = numbersIn(join(folder, "test.rating")).flatMap(([userId = 0, ...itemIds]) =>
    itemIds.map((itemId) => ({ userId, itemId, rating: 1 })),
  );
  return { train, test };
}

/**
 * Its items with their genres, and the years and words of the titles as tags.
 *
 * @param {string} folder
 */
export function top10Items(folder) {
  const [, ...lines] = readFileSync(join(folder, "item.txt"), "utf8").trim().split("\n");
  const rows = lines.map((line) => {
    const [itemId, title = "", year = "", genres = ""] = line.split("\t");
    const words = title.split(/\W+/).filter((word) => word.length > 2);
    return {
      itemId: Number(itemId),
      genres: genres.trim().split(" ").filter(Boolean),
      tags: [year, ...words],
    };
  });
  return {
    items: rows.map(({ itemId, genres }) => ({ itemId, genres })),
    tags: rows.flatMap(({ itemId, tags }) => tags.map((tag) => ({ itemId, tag }))),
  };
}

/** The numbers of each line. @param {string} file */
function numbersIn(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => line.trim().split(/\s+/).map(Number));
}
