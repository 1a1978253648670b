import { existsSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { root } from "../lib/places.mjs";

/** @typedef {import("./catalogue.mjs").Dataset} Dataset */

/** Where `loadDataset` looks when it is called in the course; the first is where downloads go. */
export function dataFolders() {
  const named = (process.env.REELBOOK_DATA ?? "").split(delimiter).filter(Boolean);
  return [join(root, "data"), ...named.map((folder) => resolve(folder))];
}

/** The first folder that holds the whole data set. @param {Dataset} set @param {string[]} folders */
export function findWhole(set, folders) {
  return folders
    .map((folder) => join(folder, set.name))
    .find((folder) => missingFiles(set, folder).length === 0);
}

/** The files that the folder would need to be this data set. @param {Dataset} set @param {string} folder */
export function missingFiles({ files }, folder) {
  return files.filter((file) => {
    const path = join(folder, file);
    return !existsSync(path) || statSync(path).size === 0;
  });
}
