import { existsSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { root } from "./places.mjs";
import { Stop } from "./program.mjs";

/** The names of the course's notebooks, in order. */
export function notebookNames() {
  const files = readdirSync(join(root, "notebooks")).filter((file) => file.endsWith(".ipynb"));
  return files.map((file) => basename(file, ".ipynb")).sort();
}

/**
 * The path of a notebook; a `Stop` that lists the known names where there is none.
 * @param {string} name
 */
export function notebookPath(name) {
  const file = name.endsWith(".ipynb") ? name : `${name}.ipynb`;
  const path = [join(root, "notebooks", file), resolve(file)].find(existsSync);
  if (path) return path;
  throw new Stop(`There is no notebook "${name}"; there are: ${notebookNames().join(", ") || "none yet"}.`);
}
