import { useSharedData } from "../../scripts/lib/places.mjs";
import { importSource } from "./import-source.mjs";

/** The folder of ML-100K, which nobody may pass on and which must be got; undefined where it is not at hand. */
export async function ml100k() {
  useSharedData();
  /** @type {typeof import("../../src/node/find-dataset.js")} */
  const { findDataset } = await importSource("node/find-dataset.ts");
  try {
    return findDataset("ml-100k");
  } catch {
    return undefined;
  }
}
