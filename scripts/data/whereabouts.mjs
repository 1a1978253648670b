import { existsSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { root } from "../lib/places.mjs";

/** @typedef {import("./catalogue.mjs").Dataset} Dataset */

/** The folders in which `loadDataset` looks; downloads go to the first. */
export function dataFolders() {
  const named = (process.env.REELBOOK_DATA ?? "").split(delimiter).filter(Boolean);
  return [join(root, "data"), ...named.map((folder) => resolve(folder))];
}

/** The first folder with the complete data set. @param {Dataset} set @param {string[]} folders */
export function findWhole(set, folders) {
  return folders
    .map((folder) => join(folder, set.name))
    .find((folder) => missingFiles(set, folder).length === 0);
}

/** The files of the data set that the folder lacks. @param {Dataset} set @param {string} folder */
export function missingFiles({ files }, folder) {
  return files.filter((file) => {
    const path = join(folder, file);
    return !existsSync(path) || statSync(path).size === 0;
  });
}
