import { describe, expect, test, vi } from "vitest";
import type { NeighborRatings, NeighborRules } from "../../../../src/kernels/neighbor-scores.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { LostHelper, Session } from "../../../../src/kernels/wasm/session.js";
import { openNeighborScoresOn } from "../../../../src/kernels/wasm/similarity/neighbor-scores.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { runtimes } from "../on-threads.js";
import { defaults, drawn, scoresOf } from "./neighbor-cases.js";

const RULES: readonly Partial<NeighborRules>[] = [
  {},
  { neighbors: 1, minNeighbors: 2 },
  { neighbors: 2, minNeighbors: 2, damping: 0.5 },
  { neighbors: Number.POSITIVE_INFINITY, aggregate: "sum" },
  { aggregate: "sum", threshold: Number.NEGATIVE_INFINITY },
  { aggregate: "mean" },
];

describe.each(runtimes)("neighbour scores in WebAssembly on $threads threads", (runtime) => {
  test.each(RULES)("have the bits of the sums one by one: %j", (rules) => {
    for (const usersAre of ["rows", "columns"] as const) {
      for (const scaled of [false, true]) {
        for (const [rows, columns] of [
          [1, 1],
          [3, 2],
          [4, 5],
          [7, 17],
          [18, 33],
        ] as const) {
          const ratings = drawn(rows, columns, scaled);
          const { first, second, expected, plainCalls } = scoresOf(runtime, { ratings, rules, usersAre });
          expect(first).toEqual(expected);
          expect(second).toEqual(expected);
          expect(plainCalls).toBe(0);
        }
      }
    }
  });

  test("of no users, of more than a tile holds, and of longer ones than it holds", () => {
    const ratings = drawn(9, 6);
    for (const usersAre of ["rows", "columns"] as const) {
      expect(scoresOf(runtime, { ratings, usersAre, users: [] }).first).toEqual([]);
      for (const users of [
        [0, 1, 2, 3],
        [1, 1],
      ]) {
        const { first, expected, plainCalls } = scoresOf(runtime, { ratings, usersAre, users, perTile: 2 });
        expect(first).toEqual(expected);
        expect(plainCalls).toBe(usersAre === "columns" || users.length > 2 ? 2 : 0);
      }
    }
  });

  test("of rows that are longer than a byte counts", () => {
    const ratings = drawn(300, 2);
    for (const neighbors of [40, 255]) {
      const { first, expected } = scoresOf(runtime, { ratings, rules: { neighbors }, usersAre: "columns" });
      expect(first).toEqual(expected);
    }
  });
});

test("a helper that is lost costs time, and no digit", () => {
  const runParts = vi.spyOn(Session.prototype, "runParts").mockImplementation(() => {
    throw new LostHelper("a helper thread did not finish");
  });
  const [runtime] = runtimes;
  const ratings = drawn(10, 8);
  const { first, second, expected, plainCalls } = scoresOf(runtime!, { ratings, usersAre: "rows" });
  expect(first).toEqual(expected);
  expect(second).toEqual(expected);
  expect(plainCalls).toBe(2);
  // Where users are the columns, rows are sorted before the first user is scored.
  const size = { usersAre: "columns", users: 8, perTile: 8 } as const;
  expect(openNeighborScoresOn(runtime!)(ratings, defaults, size, () => {})).toBeUndefined();
  runParts.mockRestore();
});

describe("left to plain TypeScript", () => {
  const alone = new Runtime({ threads: 1, relaxedSimd: false });
  const open = (ratings: NeighborRatings, size: object, rules = defaults, runtime = alone) =>
    openNeighborScoresOn(runtime)(
      ratings,
      rules,
      { usersAre: "columns", users: 5000, perTile: 20, ...size },
      () => {},
    );
  const many = drawn(120, 400);

  test("few users, and jobs without memory", () => {
    expect(open(many, {})).toBeDefined();
    expect(open(many, { users: 1 })).toBeUndefined();
    expect(open(many, { perTile: 1e8 })).toBeUndefined();
    expect(open(many, { usersAre: "rows" })).toBeDefined();
    expect(open(many, { usersAre: "rows", users: 1 })).toBeUndefined();
  });

  test("few similarities, where users are the columns", () => {
    const { starts } = many.similarities;
    const few = CsrMatrix.fromRows({
      starts: starts.map((_, row) => Math.min(row, 1)),
      indices: Int32Array.of(1),
      values: Float64Array.of(1),
      columnCount: starts.length - 1,
    });
    expect(open({ ...many, similarities: few }, {})).toBeUndefined();
  });

  test("more neighbours than a byte counts", () => {
    const ratings = drawn(300, 2);
    expect(open(ratings, {}, { ...defaults, neighbors: 256 }, runtimes[0])).toBeUndefined();
    expect(open(ratings, {}, { ...defaults, neighbors: 255 }, runtimes[0])).toBeDefined();
    expect(open(ratings, {}, { ...defaults, neighbors: 300 }, runtimes[0])).toBeDefined();
  });
});
