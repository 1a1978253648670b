import { expect, test } from "vitest";
import { resultTable, speedVerdict } from "../../bench/lib/benchmark.mjs";

const seconds = (...values: number[]) => values.map((each) => ({ seconds: each }));
const cells = (table: string) => table.split("\n").map((line) => line.slice(2, -2).split(" | "));

test("a row tells both times with their spread, the ratio of the pairs, and whether the goal is met", () => {
  const goals = { timeRatio: 0.5 };
  const table = resultTable([
    { name: "fast", goals, ours: seconds(0.5, 0.25, 0.5), peer: seconds(1.5, 0.75, 1) },
    { name: "slow", goals, ours: seconds(1, 1), peer: seconds(1, 2) },
    { name: "free", goals: {}, ours: seconds(2), peer: seconds(1) },
  ]);
  expect(cells(table).slice(2)).toEqual([
    ["fast", "500 ms (250 ms–500 ms)", "", "1 s (750 ms–1.5 s)", "0.333 (0.333–0.5)", "at most 0.5: met"],
    ["slow", "1 s (1 s–1 s)", "", "1.5 s (1 s–2 s)", "0.75 (0.5–1)", "at most 0.5: **missed**"],
    ["free", "2 s (2 s–2 s)", "", "1 s (1 s–1 s)", "2 (2–2)", ""],
  ]);
});

test("a goal above 1 is a limit, which is never met", () => {
  expect(speedVerdict(1, 1)).toBe("at most 1: met");
  expect(speedVerdict(1, 1.01)).toBe("at most 1: **missed**");
  expect(speedVerdict(4, 3.9)).toBe("within the limit of 4");
  expect(speedVerdict(4, 0.5)).toBe("within the limit of 4");
  expect(speedVerdict(4, 4.1)).toBe("**beyond the limit of 4**");
  expect(speedVerdict(4, undefined)).toBe("limit of 4");
});

test("a first call that was timed has its own column", () => {
  const ours = [0.8, 1, 0.9].map((firstSeconds) => ({ seconds: 0.25, firstSeconds }));
  const table = resultTable([{ name: "warm", goals: {}, ours, peer: seconds(0.5, 0.5, 0.5) }]);
  expect(cells(table)[0]).toEqual(["", "reelbook", "first call", "peer", "reelbook / peer", "goal or limit"]);
  expect(cells(table)[2]!.slice(2, 3)).toEqual(["900 ms"]);
});

test("a copied summary gives the same table as its runs", () => {
  const runs = { ours: seconds(0.5, 0.25, 0.5), peer: seconds(1.5, 0.75, 1) };
  const summary = {
    pairs: 3,
    seconds: {
      ours: { median: 0.5, min: 0.25, max: 0.5 },
      peer: { median: 1, min: 0.75, max: 1.5 },
      ratio: { median: 1 / 3, min: 1 / 3, max: 0.5 },
    },
  };
  const fast = { name: "fast", goals: { timeRatio: 0.5 } };
  expect(resultTable([{ ...fast, summary }])).toBe(resultTable([{ ...fast, ...runs }]));
});

test("measured memory has rows of its own", () => {
  const side = (bytesKept: number, bytesAtPeak: number) => [{ seconds: 1, bytesKept, bytesAtPeak }];
  const goals = { bytesKept: 25, bytesAtPeak: 35 };
  const table = resultTable([{ name: "25M", goals, ours: side(24.61, 36), peer: side(32, 90) }]);
  expect(cells(table).slice(3)).toEqual([
    ["25M, kept, bytes a rating", "24.6", "", "32", "0.769", "at most 25: met"],
    ["25M, at the peak, bytes a rating", "36", "", "90", "0.4", "at most 35: **missed**"],
  ]);
});

test("an answer that may differ from the peer's has a row of its own", () => {
  const side = (rmse: number) => [{ seconds: 1, answer: { rmse } }];
  const result = { name: "deferred", goals: {}, ours: side(0.93756), peer: side(0.9193) };
  expect(cells(resultTable([{ ...result, ownWay: true }])).at(-1)).toEqual([
    ...["deferred, RMSE", "0.9376", "", "0.9193", "–", ""],
  ]);
  expect(cells(resultTable([result]))).toHaveLength(3);

  const sums = (sum: number) => [{ seconds: 1, answer: { sum } }];
  const checked = { ...result, ours: sums(2), peer: sums(3), ownWay: true };
  expect(cells(resultTable([checked]))).toHaveLength(3);
});

test("a missing peer is shown as missing, and no goal as missed", () => {
  const table = resultTable([{ name: "alone", goals: { timeRatio: 0.5 }, ours: seconds(1), peer: [] }]);
  expect(cells(table)[2]).toEqual(["alone", "1 s (1 s–1 s)", "", "missing", "–", "at most 0.5"]);
});
