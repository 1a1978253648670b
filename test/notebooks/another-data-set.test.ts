import { test } from "vitest";
import { changedDataSet } from "./changed-data-set.js";
import { expectToMove, notebook } from "./notebook.js";

test.each(["01-explore-ratings", "02-popularity", "03-genres"])(
  "no record of %s is typed in: with other ratings all of them move",
  async (name) => {
    const { recorded, run } = notebook(name);
    expectToMove(await run({ dataset: changedDataSet() }), recorded());
  },
);
