import { describe, expect, test, vi } from "vitest";
import { readRecords } from "../../bench/leaderboard/records.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { readTrials } from "../../bench/settings/trials.mjs";
import { trySettings } from "../../bench/settings/try-settings.mjs";
import { validationParts } from "../../bench/settings/validation-parts.mjs";
import { datasetTest } from "../dataset-test.js";
import { DEAR_ROWS } from "./dear-rows.js";
import { protocolData } from "./protocol-data.js";
import { rowTests } from "./row-tests.js";

vi.mock("reelbook", () => import("../../src/index.js"));

rowTests((table, row) => !DEAR_ROWS[table]!.includes(row));

test("most rows are computed again, and the others are rows too", () => {
  const records = readRecords();
  expect(Object.keys(DEAR_ROWS)).toEqual(Object.keys(records));
  for (const [table, dear] of Object.entries(DEAR_ROWS)) {
    const rows = Object.keys(records[table]!.rows);
    expect(rows).toEqual(expect.arrayContaining([...dear]));
    expect(dear.length).toBeLessThan(rows.length / 2);
  }
});

const quickGrids = {
  "surprise-folds": "ItemKnn",
  u1: "ItemKnn",
  "tutorial-d": "ItemKnn",
  "table-46": "PureSvd",
};
describe.each(Object.entries(quickGrids))("of %s", (name, grid) => {
  const { dataset, load } = protocolData(name);
  datasetTest(dataset, `the first trial of ${grid} comes out as recorded, on validation parts`, async () => {
    const { grids, validation } = PROTOCOLS[name]!;
    const { splits, side } = await load();
    const [trial] = readTrials(name)[grid]!;
    const data = { parts: validationParts(splits, validation), measure: validation.measure, side };
    const reached = trySettings(grids[grid]!.model, [trial!.settings], data);
    const recorded = trial![validation.measure] as number[];
    expect(reached).toHaveLength(recorded.length);
    for (const [split, value] of reached.entries())
      expect(Math.abs(value - recorded[split]!)).toBeLessThan(2e-6);
  });
});
