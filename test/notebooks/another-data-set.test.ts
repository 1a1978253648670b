import { expect, test } from "vitest";
import { executeNotebook } from "../../scripts/lib/execute-notebook.mjs";
import { changedDataSet } from "./changed-data-set.js";
import { recordsOf } from "./records.js";

test.each(["01-explore-ratings", "02-popularity", "03-genres"])(
  "no record of %s is typed in: with other ratings all of them move",
  async (name) => {
    const { records, error } = await executeNotebook(name, { parameters: { dataset: changedDataSet() } });
    expect(error).toBeUndefined();
    const before = recordsOf(name);
    expect(Object.keys(records)).toEqual(Object.keys(before));
    for (const [record, value] of Object.entries(records)) expect(value, record).not.toEqual(before[record]);
  },
);
