import { dataFolder } from "./data-folder.mjs";

/** The folder of ML-100K, which may not be redistributed; undefined if it is missing. */
export function ml100k() {
  return dataFolder("ml-100k");
}
