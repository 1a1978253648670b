import { afterEach, describe, expect, test, vi } from "vitest";
import type { NeighborRatings, NeighborRules } from "../../../../src/kernels/neighbor-scores.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { LostHelper, Session } from "../../../../src/kernels/wasm/session.js";
import {
  isSparse,
  openSparseNeighborScores,
} from "../../../../src/kernels/wasm/similarity/sparse-neighbor-scores.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { runtimes } from "../on-threads.js";
import { defaults, drawn, scoresOf } from "./neighbor-cases.js";

const RULES: readonly Partial<NeighborRules>[] = [
  {},
  { neighbors: 1 },
  { neighbors: 2, damping: 0.5 },
  { neighbors: 2, aggregate: "sum" },
  { neighbors: Number.POSITIVE_INFINITY, aggregate: "sum" },
];

/** One row with 600 similarities, of which each ten are equal, and a column with all rows. */
function longRow(): NeighborRatings {
  const width = 600;
  const all = Int32Array.from({ length: width }, (_, k) => (7 * k) % width);
  const values = Float64Array.from(all, (k) => 1 + Math.floor(k / 10));
  const starts = new Int32Array(width + 1).fill(width);
  starts[0] = 0;
  return {
    similarities: CsrMatrix.fromRows({ starts, indices: all.slice().sort(), values, columnCount: width }),
    columns: CsrMatrix.fromRows({
      starts: Int32Array.of(0, 0, width),
      indices: all,
      values: Float64Array.from(all, (k) => 1 + (k % 5)),
      columnCount: width,
    }),
    rowOffsets: new Float64Array(width),
    columnOffsets: new Float64Array(2),
    rowScales: new Float64Array(width).fill(1),
  };
}

const size = { usersAre: "columns", users: 50_000, perTile: 20 } as const;

afterEach(() => void vi.restoreAllMocks());

describe.each(runtimes)("neighbour scores of sparse similarities on $threads threads", (runtime) => {
  test.each(RULES)("have the bits of the sums one by one: %j", (rules) => {
    const runParts = vi.spyOn(Session.prototype, "runParts");
    for (const [rows, columns, share] of [
      [2, 2, 0],
      [9, 1, 0.05],
      [40, 9, 0.1],
      [24, 128, 0.1],
      [29, 131, 0.12],
      [60, 5, 0.08],
    ] as const) {
      runParts.mockClear();
      const ratings = drawn(rows, columns, false, share);
      const { first, second, expected, plainCalls } = scoresOf(runtime, {
        ratings,
        rules,
        usersAre: "columns",
      });
      expect(first).toEqual(expected);
      expect(second).toEqual(expected);
      expect(plainCalls).toBe(0);
      expect(runParts.mock.calls.map(([name]) => name)).toContain("sparseNeighborScores");
    }
  });

  test("count up to 255 neighbours, whose similarities may be equal", () => {
    for (const neighbors of [100, 128, 255]) {
      const asked = { ratings: longRow(), rules: { neighbors }, usersAre: "columns" } as const;
      const { first, expected } = scoresOf(runtime, asked);
      expect(first).toEqual(expected);
    }
  });

  test("of no users, of more than a tile holds, and of longer ones than it holds", () => {
    const ratings = drawn(30, 6, false, 0.1);
    const asked = { ratings, usersAre: "columns", perTile: 2 } as const;
    expect(scoresOf(runtime, { ...asked, users: [] }).first).toEqual([]);
    for (const users of [
      [0, 1, 2, 3],
      [1, 1],
    ]) {
      const { first, expected, plainCalls } = scoresOf(runtime, { ...asked, users });
      expect(first).toEqual(expected);
      expect(plainCalls).toBe(2);
    }
  });
});

test("a helper that is lost while rows are sorted leaves the job to plain TypeScript", () => {
  vi.spyOn(Session.prototype, "runParts").mockImplementation(() => {
    throw new LostHelper("a helper thread did not finish");
  });
  const ratings = drawn(30, 8, false, 0.1);
  const job = { ratings, rules: defaults, size, plain: () => {} };
  expect(openSparseNeighborScores(runtimes[0]!, job)).toBeUndefined();
});

test("few users are left to plain TypeScript, and so are jobs without memory", () => {
  const alone = new Runtime({ threads: 1, relaxedSimd: false });
  const open = (changed: object) =>
    openSparseNeighborScores(alone, {
      ratings: drawn(120, 400, false, 0.1),
      rules: defaults,
      size: { ...size, ...changed },
      plain: () => {},
    });
  expect(open({})).toBeDefined();
  expect(open({ users: 1 })).toBeUndefined();
  expect(open({ perTile: 1e8 })).toBeUndefined();
});

test("other similarities and scores are not for this kernel", () => {
  const sparse = drawn(40, 3, false, 0.1);
  expect(isSparse(sparse, defaults, size)).toBe(true);
  expect(isSparse(sparse, defaults, { ...size, usersAre: "rows" })).toBe(false);
  expect(isSparse(drawn(40, 3), defaults, size)).toBe(false);
  expect(isSparse(drawn(40, 3, true, 0.1), defaults, size)).toBe(false);
  const others: Partial<NeighborRules>[] = [
    { aggregate: "mean" },
    { minNeighbors: 2 },
    { threshold: Number.NEGATIVE_INFINITY },
  ];
  for (const rules of others) expect(isSparse(sparse, { ...defaults, ...rules }, size)).toBe(false);
  expect(isSparse(longRow(), { ...defaults, neighbors: 255 }, size)).toBe(true);
  expect(isSparse(longRow(), { ...defaults, neighbors: 256 }, size)).toBe(false);
});
