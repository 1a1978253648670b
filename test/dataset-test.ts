import { test } from "vitest";
import { findDataset } from "../src/node/find-dataset.js";

/** A test on a data set that cannot be committed: skipped, with the reason in its name, where it is not there. */
export function datasetTest(
  dataset: string,
  name: string,
  body: () => Promise<void>,
  timeout?: number,
): void {
  if (isThere(dataset)) test(name, body, timeout);
  else test.skip(`${name} (skipped: needs ${dataset}, npm run data -- ${dataset})`, body);
}

function isThere(dataset: string): boolean {
  try {
    return findDataset(dataset) !== "";
  } catch {
    return false;
  }
}
