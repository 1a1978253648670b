import { importSource } from "../../scripts/lib/import-source.mjs";
import { useSharedData } from "../../scripts/lib/places.mjs";

/** The folder of a data set; undefined if it is missing. @param {string} name */
export async function dataFolder(name) {
  useSharedData();
  /** @type {typeof import("../../src/node/find-dataset.js")} */
  const { findDataset } = await importSource("src/node/find-dataset.ts");
  try {
    return findDataset(name);
  } catch {
    return undefined;
  }
}
