import { expect, test } from "vitest";
import { timeSplit } from "../../src/evaluation/time-split.js";
import { conditionOf, fakeRatings } from "../fake-ratings.js";
import { fakeRows } from "../fake-rows.js";

const counts = (unknown: bigint) => () => [fakeRows({ rows: [10n], unknown: [unknown], timestamp: [150] })];

test("a share divides at a timestamp that the server finds, a date at its second", async () => {
  const { source } = await fakeRatings(counts(0n));
  const byShare = await timeSplit(source, { testShare: 0.15 });
  expect([byShare.train, byShare.test].map(conditionOf)).toEqual(["timestamp < 150D", "timestamp >= 150D"]);
  const byDate = await timeSplit(source, { from: new Date(1_000_000) });
  expect(conditionOf(byDate.test)).toBe("timestamp >= 1000D");
});

test("ratings without timestamps, and what is no time, are errors", async () => {
  const { source } = await fakeRatings(counts(2n));
  await expect(timeSplit(source)).rejects.toThrow("2 ratings have no timestamp; split them with randomSplit");
  const known = await fakeRatings(counts(0n));
  await expect(timeSplit(known.source, { from: new Date("soon") })).rejects.toThrow("is not a time");
  const without = await fakeRatings(counts(0n), { timestamps: false });
  await expect(timeSplit(without.source)).rejects.toThrow("the ratings have no timestamps");
});
