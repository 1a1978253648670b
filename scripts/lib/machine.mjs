import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./places.mjs";

/**
 * @typedef {object} Machine what a notebook's outputs depend on beside its code and the library
 * @property {string} node Node's major version
 * @property {string} platform
 * @property {string} data the data set that "auto" stands for
 */

/** This machine; the library must be built. @returns {Promise<Machine>} */
export async function thisMachine() {
  const { loadDataset } = await import(pathToFileURL(join(root, "src/dist/index.mjs")).href);
  const { name: data } = await loadDataset("auto");
  const [node = ""] = process.versions.node.split(".");
  return { node, platform: `${process.platform}-${process.arch}`, data };
}
