import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { DataError } from "../datasets/records/data-error.js";

/** The data sets that `npm run data` of the course downloads. */
const DOWNLOADABLE = /^ml-(100k|1m|10m|20m|25m|32m)$/;

/** "auto" is the first of these that exists. */
const PREFERRED = ["ml-100k", "ml-latest-small"];

/**
 * The folder of a data set: a path as it is, otherwise `data/<name>` in this folder or the nearest
 * parent, otherwise `<name>` in a folder of the environment variable REELBOOK_DATA (several are
 * separated as in PATH). "auto" is ml-100k if it exists, otherwise ml-latest-small.
 */
export function findDataset(nameOrPath: string): string {
  const isPath = isAbsolute(nameOrPath) || /[\\/]/.test(nameOrPath) || nameOrPath === ".";
  const names = nameOrPath === "auto" ? PREFERRED : [nameOrPath];
  const places = isPath
    ? [resolve(nameOrPath)]
    : names.flatMap((name) => [...foldersUpwards(name), ...foldersNamed(name)]);
  const found = places.find(isFolder);
  if (found) return found;
  const fail = (reason: string, cure: string) => new DataError({ source: nameOrPath }, { reason, cure });
  if (isPath) throw fail("there is no such folder", "check the path");
  const download = DOWNLOADABLE.test(nameOrPath)
    ? `npm run data -- ${nameOrPath} downloads it in the course, or `
    : "";
  throw fail(
    places.length > 0
      ? `no data set has this name in ${places.join(", ")}`
      : "neither this folder nor its parents have a folder data",
    `${download}unpack it as data/${nameOrPath}, or name the folder that holds it in REELBOOK_DATA`,
  );
}

function foldersUpwards(name: string): string[] {
  const places: string[] = [];
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "data"))) places.push(join(folder, "data", name));
    if (folder === dirname(folder)) return places;
  }
}

function foldersNamed(name: string): string[] {
  const folders = (process.env.REELBOOK_DATA ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => resolve(folder, name));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
