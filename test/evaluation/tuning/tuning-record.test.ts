import { expect, test } from "vitest";
import { type TuningRecord, trialsOfPrevious } from "../../../src/evaluation/tuning/tuning-record.js";

const record: TuningRecord = {
  model: "MeanRating",
  metric: "rmse",
  space: { damping: [0, 5] },
  parts: [[80, 20, 7]],
  trials: [{ settings: { damping: 0 }, score: 1, scores: [1] }],
};

test("the trials of a record are known by their settings, also after JSON", () => {
  const again = trialsOfPrevious(JSON.parse(JSON.stringify(record)), record);
  expect(again.get('{"damping":0}')).toEqual(record.trials[0]);
  expect(trialsOfPrevious(undefined, record).size).toBe(0);
});

test.each([
  ["model", { model: "ItemKnn" }],
  ["metric", { metric: "mae" }],
  ["space", { space: { damping: [0] } }],
  ["relevantFrom", { relevantFrom: 4 }],
  ["parts", { parts: [[90, 10, 7]] as const }],
  ["parts", { parts: [[80, 20, 8]] as const }],
])("refuses a record of another %s", (name, other) => {
  expect(() => trialsOfPrevious({ ...record, ...other }, record)).toThrow(`previous is of another ${name}: `);
});

test("passes over what is no trial", () => {
  const trials = [null, {}, ...record.trials] as TuningRecord["trials"];
  expect(trialsOfPrevious({ ...record, trials }, record).get('{"damping":0}')).toEqual(record.trials[0]);
});

test("refuses what is no record", () => {
  const { trials: _, ...rest } = record;
  expect(() => trialsOfPrevious(rest as TuningRecord, record)).toThrow("previous has no list of trials");
  expect(() => trialsOfPrevious({} as TuningRecord, record)).toThrow(
    "previous is of another model: undefined",
  );
});
