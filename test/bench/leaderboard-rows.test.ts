// @module-tag slow
import { describe, expect, test } from "vitest";
import { readRecords } from "../../bench/leaderboard/records.mjs";
import { evaluateSplits } from "../../bench/lib/evaluate-splits.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { chosenSettings, readTrials } from "../../bench/settings/trials.mjs";
import { trySettings } from "../../bench/settings/try-settings.mjs";
import { validationParts } from "../../bench/settings/validation-parts.mjs";
import { datasetTest } from "../dataset-test.js";
import { protocolData } from "./protocol-data.js";
import { rowTests } from "./row-tests.js";
import { isSlow, SLOW_ROWS } from "./slow-rows.js";

rowTests((table, row) => !isSlow(table, row));

test("all rows that take less than a second are computed again, and the slow ones exist", () => {
  const records = readRecords();
  expect(Object.keys(SLOW_ROWS)).toEqual(Object.keys(records));
  for (const [table, slow] of Object.entries(SLOW_ROWS)) {
    const { rows } = records[table]!;
    expect(Object.keys(rows)).toEqual(expect.arrayContaining([...slow]));
    // Surprise's five folds are fitted one after the other.
    const splits = table === "surprise-folds" ? 5 : 1;
    for (const row of slow) expect(splits * rows[row]!.seconds, `${table}, ${row}`).toBeGreaterThan(0.9);
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
    const measured = trySettings(grids[grid]!.model, [trial!.settings], data);
    const recorded = trial![validation.measure] as number[];
    expect(measured).toHaveLength(recorded.length);
    for (const [split, value] of measured.entries())
      expect(Math.abs(value - recorded[split]!)).toBeLessThan(2e-6);
  });
});

describe("the page on the rows on which grids were narrowed", () => {
  datasetTest(
    "ml-100k",
    "ItemKnn's gains over Baseline on fold 0 and on the others are as written",
    async () => {
      const { splits, measures } = await protocolData("surprise-folds").load();
      const gains = chosenSettings("surprise-folds", "ItemKnn").map((settings, fold) => {
        const ofFold = { splits: [splits[fold]!], measures };
        const [baseline, own] = [["Baseline", {}] as const, ["ItemKnn", settings] as const].map(
          ([model, each]) => evaluateSplits(model, [each], ofFold).answer.rmse!,
        );
        return (baseline! - own!).toFixed(4);
      });
      const [clean, ...others] = gains;
      const sentence = `${clean} on fold 0, and ${others.slice(0, -1).join(", ")} and ${others.at(-1)} on folds 1 to 4.`;
      expect(PROTOCOLS["surprise-folds"]!.howChosen.join(" ")).toContain(sentence);
    },
  );

  datasetTest("ml-100k", "as many of u1's test rows lie in fold 0's train part as written", async () => {
    const [folds, u1] = await Promise.all(["surprise-folds", "u1"].map((name) => protocolData(name).load()));
    const known = new Set([...folds!.splits[0]!.train].map(({ userId, itemId }) => `${userId} ${itemId}`));
    const rows = [...u1!.splits[0]!.test].filter(({ userId, itemId }) => known.has(`${userId} ${itemId}`));
    const count = rows.length.toLocaleString("en-US");
    expect(PROTOCOLS.u1!.howChosen.join(" ")).toContain(
      `${count} of u1's 20,000 test rows lie in that train part`,
    );
  });
});
