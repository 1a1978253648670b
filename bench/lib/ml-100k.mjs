import { dataFolder } from "./data-folder.mjs";

/** The folder of ML-100K, which nobody may pass on and which must be got; undefined where it is not at hand. */
export function ml100k() {
  return dataFolder("ml-100k");
}
