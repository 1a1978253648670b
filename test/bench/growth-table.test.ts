import { expect, test } from "vitest";
import { growthTable } from "../../bench/lib/growth-table.mjs";

const cells = (table: string) => table.split("\n").map((line) => line.slice(2, -2).split(" | "));
const result = (name: string, note: string, ...ours: { seconds: number; bytesAtPeak: number }[]) => ({
  ...{ name, note, ours },
  goals: {},
  peer: [],
});

test("a row has a model's time and memory at each size, and the growth of its time", () => {
  const table = growthTable([
    result(
      ...(["Fast", "1M"] as const),
      ...[0.5, 0.25, 4].map((seconds) => ({ seconds, bytesAtPeak: 8 + seconds })),
    ),
    result("Fast", "20M", { seconds: 11, bytesAtPeak: 7 }),
    result("Slow", "1M", { seconds: 2, bytesAtPeak: 40 }),
    result("Slow", "20M", { seconds: 90, bytesAtPeak: 31.2 }),
  ]);
  expect(cells(table)).toEqual([
    ["", "1M ratings", "20M ratings", "20M / 1M", "bytes a rating, 1M", "bytes a rating, 20M"],
    ["---", "---", "---", "---", "---", "---"],
    ["Fast", "500 ms", "11 s", "22", "8.5", "7"],
    ["Slow", "2 s", "90 s", "45", "40", "31.2"],
  ]);
});

test("a missing measurement is a dash", () => {
  const table = growthTable([
    result("Both", "1M", { seconds: 1, bytesAtPeak: 1 }),
    result("Both", "20M", { seconds: 20, bytesAtPeak: 1 }),
    result("One", "1M", { seconds: 2, bytesAtPeak: 3 }),
  ]);
  expect(cells(table).at(-1)).toEqual(["One", "2 s", "–", "–", "3", "–"]);
});
