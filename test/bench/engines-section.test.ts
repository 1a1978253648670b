import { expect, test } from "vitest";
import { enginesSection } from "../../bench/lib/engines-section.mjs";

const GIB = 2 ** 30;
const run = { day: "2026-11-22", machine: "a machine", load: 0 };
const result = (name: string, answer: Record<string, number>) => ({
  name,
  goals: {},
  peer: [],
  ours: [{ seconds: 1, answer: { testCount: 20, ...answer } }],
});
const knn = (fit: number, gibibytes: number) => ({
  ...{ open: 1, split: 0.5, fit, lists: 0.5, sumOfScores: 7 },
  bytesAtPeak: gibibytes * GIB,
});
const spark = (als: number) => ({ open: 3, split: 1, als, bytesAtPeak: 9 * GIB });

test("tells from which size on an engine takes less memory, or less time", () => {
  const results = [
    result("10M, in memory", { ...knn(2, 1), als: 2 }),
    result("10M, DuckDB", knn(6, 1.5)),
    result("10M, Spark", spark(20)),
    result("20M, in memory", { ...knn(4, 3), als: 5 }),
    result("20M, DuckDB", knn(22, 2)),
    result("20M, Spark", spark(30)),
  ];
  const section = enginesSection({ ...run, results });
  expect(section).toContain("| 10M | 4 s, 1 GiB | 8 s, 1.5 GiB | 2 s | 20 s, 9 GiB |");
  expect(section).toContain("Item KNN in DuckDB takes 2 to 4 times as long as in memory.");
  expect(section).toContain("from 20M ratings on: 2 GiB there, and 3 GiB in memory.");
  // 2 GiB for 10 million ratings more: 13 GiB are left for 65 million.
  expect(section).toContain("grows by 215 bytes for each rating");
  expect(section).toContain("a process of 16 GiB holds about 85 million.");
  expect(section).toContain("ALS on Spark takes 6 to 10 times as long as in memory. On one machine");
});

test("says where Spark is faster, and where DuckDB never takes less memory", () => {
  const results = [
    result("10M, in memory", { ...knn(2, 1), als: 2 }),
    result("10M, DuckDB", knn(6, 1.5)),
    result("10M, Spark", spark(1)),
  ];
  const section = enginesSection({ ...run, results });
  expect(section).toContain("It is faster from 10M ratings on.");
  expect(section).toContain("At the largest size that was measured it does not take less memory.");
});

test("an engine takes over where it is better at all larger sizes, too", () => {
  const results = [
    result("5M, in memory", { ...knn(2, 3), als: 2 }),
    result("5M, DuckDB", knn(6, 2)),
    result("5M, Spark", spark(1)),
    result("10M, in memory", { ...knn(4, 4), als: 5 }),
    result("10M, DuckDB", knn(12, 5)),
    result("10M, Spark", spark(6)),
  ];
  const section = enginesSection({ ...run, results });
  expect(section).toContain("it does not take less memory.");
  expect(section).toContain("On one machine it is not faster at the largest of these sizes");
});

test("a size that failed in an engine is left out of the comparison", () => {
  const failed = { ...result("10M, DuckDB: out of memory", {}), ours: [] };
  const results = [result("10M, in memory", knn(2, 1)), failed];
  expect(enginesSection({ ...run, results })).toContain("Not measured yet");
});

test("a size that only DuckDB can hold has a row", () => {
  const failed = { ...result("20M, in memory: out of memory", {}), ours: [] };
  const small = [result("10M, in memory", knn(2, 1)), result("10M, DuckDB", knn(6, 0.5))];
  const section = enginesSection({ ...run, results: [...small, failed, result("20M, DuckDB", knn(22, 2))] });
  expect(section).toContain("| 20M | – | 24 s, 2 GiB | – | – |");
});

test("different answers are refused", () => {
  const memory = result("10M, in memory", knn(2, 1));
  const rows = [memory, result("10M, DuckDB", { ...knn(6, 1), testCount: 21 })];
  expect(() => enginesSection({ ...run, results: rows })).toThrow("20 and 21 test rows");
  const sums = [memory, result("10M, DuckDB", { ...knn(6, 1), sumOfScores: 7.001 })];
  expect(() => enginesSection({ ...run, results: sums })).toThrow("7 and 7.001 as sums of scores");
});
