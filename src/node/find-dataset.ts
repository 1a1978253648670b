import { existsSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { DataError } from "../datasets/data-error.js";

/**
 * The folder of a data set: the path itself where a folder is meant, else `data/<name>` of the nearest folder
 * upwards that has one, else `<name>` in a folder of the environment variable REELBOOK_DATA
 * (several are separated as in PATH).
 */
export function findDataset(nameOrPath: string): string {
  const isPath = isAbsolute(nameOrPath) || /[\\/]/.test(nameOrPath) || nameOrPath === ".";
  const places = isPath
    ? [resolve(nameOrPath)]
    : [...foldersUpwards(nameOrPath), ...foldersNamed(nameOrPath)];
  const found = places.find(isFolder);
  if (found) return found;
  const cure = isPath
    ? "look at the path"
    : `put its unpacked folder there as data/${nameOrPath}, or name the folder above it in REELBOOK_DATA`;
  throw new DataError(
    { source: nameOrPath },
    {
      reason: isPath ? "there is no such folder" : `no data set of this name is in ${places.join(", ")}`,
      cure,
    },
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
