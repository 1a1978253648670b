import { type TestOptions, test } from "vitest";
import { isRequired } from "../scripts/lib/required.mjs";
import { findDataset } from "../src/node/find-dataset.js";

const TOP10 =
  "docs/benchmarks.md (the split of table 46) says how to make it; put it into data, or name the folder that holds it in REELBOOK_DATA";

/**
 * A test on a data set that cannot be committed. Where it is missing, the test is skipped, with the
 * reason in its name; where REELBOOK_REQUIRE names it, the test fails.
 */
export function datasetTest(
  dataset: string,
  name: string,
  body: () => Promise<void>,
  options: TestOptions = {},
): void {
  const cure = dataset === "ml-100k-top10" ? TOP10 : `npm run data -- ${dataset}`;
  const reason = `needs ${dataset}: ${cure}`;
  if (isThere(dataset)) test(name, options, body);
  else if (!isRequired(dataset)) test.skip(`${name} (skipped: ${reason})`, body);
  else {
    test(name, options, () => {
      throw new Error(`REELBOOK_REQUIRE names ${dataset}, and this test ${reason}`);
    });
  }
}

function isThere(dataset: string): boolean {
  try {
    return findDataset(dataset) !== "";
  } catch {
    return false;
  }
}
