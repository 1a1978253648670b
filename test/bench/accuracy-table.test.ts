import { expect, test } from "vitest";
import { accuracyTable, settingsText } from "../../bench/lib/accuracy-table.mjs";

const cells = (table: string) => table.split("\n").map((line) => line.slice(2, -2).split(" | "));

test("a row tells a model's errors, its seconds and settings, and whether the goal is met", () => {
  const ours = [{ seconds: 1.5, answer: { rmse: 0.90123, mae: 0.7 } }];
  const all = [
    { name: "good", goals: { rmse: 0.902 }, note: "factors 3", ours, peer: [] },
    { name: "bad", goals: { rmse: 0.9 }, ours, peer: [] },
    { name: "free", goals: {}, ours, peer: [] },
    { name: "not there", goals: { rmse: 0.9 }, ours: [], peer: [] },
  ];
  expect(cells(accuracyTable(all)).slice(2)).toEqual([
    ["good", "0.9012", "0.7000", "1.5 s", "factors 3", "at most 0.902: met"],
    ["bad", "0.9012", "0.7000", "1.5 s", "", "at most 0.9: **missed**"],
    ["free", "0.9012", "0.7000", "1.5 s", "", ""],
    ["not there", "missing", "missing", "missing", "", "at most 0.9"],
  ]);
});

test("settings stand once where all folds chose the same, else one after the other", () => {
  const folds = [
    { center: "baseline", damping: 0.1 },
    { center: "baseline", damping: 0.2 },
  ];
  expect(settingsText(folds)).toBe("center baseline, damping 0.1 / 0.2");
});
