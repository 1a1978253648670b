import { expect, test } from "vitest";
import { benchmark } from "../../bench/benchmarks/live.mjs";

test("the table of the live course says what is met and what is missed", () => {
  const table = benchmark.table!([
    { name: "first cell", unit: "ms", measured: { median: 420, min: 400, max: 1200 }, goal: 500 },
    { name: "download", unit: "bytes", measured: { median: 13e6, min: 13e6, max: 13e6 }, goal: 12e6 },
  ]);
  expect(table.split("\n").slice(2)).toEqual([
    "| first cell | 420 ms (400 ms–1.2 s) | at most 500 ms: met |",
    "| download | 13 MB | at most 12 MB: **missed** |",
  ]);
});
