import { DataError } from "../datasets/records/data-error.js";
import { currentFiles } from "./current-files.js";
import { resolvePath } from "./resolve-path.js";

/** "auto" is the first of these that exists. */
const PREFERRED = ["ml-100k", "ml-latest-small"];

/**
 * The folder of a data set and the names of its files: a path as it is, otherwise `data/<name>` in
 * this folder or the nearest parent. "auto" is ml-100k if it exists, otherwise ml-latest-small.
 */
export async function findDataset(nameOrPath: string): Promise<{ path: string; files: readonly string[] }> {
  const { folder, list } = currentFiles();
  const isPath = /[\\/]/.test(nameOrPath) || nameOrPath === ".";
  const names = nameOrPath === "auto" ? PREFERRED : [nameOrPath];
  const places = isPath
    ? [resolvePath(folder, nameOrPath)]
    : names.flatMap((name) => upwards(folder).map((parent) => resolvePath(parent, `data/${name}`)));
  for (const path of places) {
    const files = await list(path);
    if (files) return { path, files };
  }
  const fail = (reason: string, cure: string) => new DataError({ source: nameOrPath }, { reason, cure });
  if (isPath) throw fail("there is no such folder", "check the path");
  const known = new Set(
    await Promise.all(upwards(folder).map((parent) => list(resolvePath(parent, "data")))),
  );
  const found = [...known].flatMap((each) => each ?? []).filter((name) => !name.includes("."));
  throw fail(
    `no data set of this page has this name; there is ${found.join(", ") || "none"}`,
    `take one of these, or make a folder data/${nameOrPath} in the file browser and drop its files into it`,
  );
}

/** A folder and its parents, up to the root. */
function upwards(folder: string): string[] {
  const parts = folder.split("/").filter((part) => part !== "");
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""];
}
