import { describe, expect, test, vi } from "vitest";
import type { NeighborRatings, NeighborRules } from "../../../../src/kernels/neighbor-scores.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { LostHelper, Session } from "../../../../src/kernels/wasm/session.js";
import { openNeighborScoresOn } from "../../../../src/kernels/wasm/similarity/neighbor-scores.js";
import { random } from "../../../../src/math/random.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { rowOf } from "../../../../src/sparse/row-of.js";
import { runtimes } from "../on-threads.js";

type UsersAre = "rows" | "columns";

const defaults: NeighborRules = {
  neighbors: 3,
  minNeighbors: 1,
  threshold: 0,
  aggregate: "weighted-mean",
  damping: 0,
};

/** Rows with similarities, of which many are equal, and columns with ratings in no order. */
function drawn(rows: number, columns: number, scaled = false): NeighborRatings {
  const draws = random({ seed: 100 * rows + columns });
  const levels = [-0.5, 0, 0.25, 0.25, 0.5, 1];
  const matrix = (
    rowCount: number,
    columnCount: number,
    value: () => number,
    isIn: (k: number) => boolean,
  ) => {
    const places = Array.from({ length: rowCount * columnCount }, (_, k) => k).filter(isIn);
    return CsrMatrix.fromTriplets({
      rowCount,
      columnCount,
      rows: Int32Array.from(places, (k) => Math.floor(k / columnCount)),
      columns: Int32Array.from(places, (k) => (7 * k) % columnCount),
      values: Float64Array.from(places, value),
    });
  };
  const level = () => (draws.uniform() < 0.5 ? levels[Math.floor(6 * draws.uniform())]! : draws.normal());
  const width = rows % 7 === 0 ? rows + 1 : rows;
  return {
    similarities: matrix(width, width, level, () => draws.uniform() < 0.7),
    // The first column is empty, and the second one has all rows.
    columns: matrix(
      columns,
      width,
      () => 1 + Math.floor(5 * draws.uniform()),
      (k) => {
        const column = Math.floor(k / width);
        return column === 1 || (column > 1 && draws.uniform() < 0.4);
      },
    ),
    rowOffsets: Float64Array.from({ length: width }, () => draws.normal()),
    columnOffsets: Float64Array.from({ length: columns }, () => draws.normal()),
    rowScales: Float64Array.from({ length: width }, () => (scaled ? 0.5 + draws.uniform() : 1)),
  };
}

/** The score of a row in a column, as the reference has it; sums are in the order of ratings. */
function scoreOf(ratings: NeighborRatings, rules: NeighborRules, row: number, column: number): number {
  const { similarities, columns, rowOffsets, columnOffsets, rowScales } = ratings;
  const own = rowOf(similarities, row);
  const { indices, values } = rowOf(columns, column);
  const rated = Array.from(indices, (rater, place) => {
    const residual = values[place]! - rowOffsets[rater]! - columnOffsets[column]!;
    const similarity = own.values[own.indices.indexOf(rater)] ?? Number.NaN;
    return { place, rater, residual, similarity };
  });
  const nearest = rated
    .filter(({ similarity }) => similarity > rules.threshold)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, rules.neighbors)
    .sort((a, b) => a.place - b.place);
  if (nearest.length < rules.minNeighbors) return Number.NaN;
  let sum = 0;
  let weights = rules.damping;
  for (const { rater, residual, similarity } of nearest) {
    const weight = rules.aggregate === "mean" ? 1 : similarity;
    sum += (weight * residual) / rowScales[rater]!;
    weights += Math.abs(weight);
  }
  const combined = rules.aggregate === "sum" ? sum : sum / weights;
  return rowOffsets[row]! + columnOffsets[column]! + rowScales[row]! * combined;
}

interface Asked {
  readonly ratings: NeighborRatings;
  readonly rules?: Partial<NeighborRules>;
  readonly usersAre: UsersAre;
  readonly users?: readonly number[];
  readonly perTile?: number;
}

/** Scores in WebAssembly, twice, and from the reference. */
function scoresOf(runtime: Runtime, { ratings, rules, usersAre, users, perTile }: Asked) {
  const all = { ...defaults, ...rules };
  const [rows, columns] = [ratings.similarities.rowCount, ratings.columns.rowCount];
  const [userCount, itemCount] = usersAre === "rows" ? [rows, columns] : [columns, rows];
  const asked = Int32Array.from(
    users ?? Array.from({ length: userCount }, (_, user) => userCount - 1 - user),
  );
  const of = (user: number, item: number) =>
    usersAre === "rows" ? scoreOf(ratings, all, user, item) : scoreOf(ratings, all, item, user);
  const expected = Array.from(asked, (user) =>
    Array.from({ length: itemCount }, (_, item) => of(user, item)),
  );
  let plainCalls = 0;
  const plain = (userIndices: Int32Array, into: Float64Array) => {
    plainCalls++;
    for (const [place, user] of userIndices.entries())
      for (let item = 0; item < itemCount; item++) into[place * itemCount + item] = of(user, item);
  };
  const size = { usersAre, users: userCount, perTile: perTile ?? userCount };
  const job = openNeighborScoresOn(runtime)(ratings, all, size, plain)!;
  const inRows = (scores: Float64Array) =>
    Array.from(asked, (_, user) => [...scores.subarray(user * job.stride, user * job.stride + itemCount)]);
  const first = inRows(job.of(asked));
  const second = inRows(job.of(asked));
  job.close();
  return { first, second, expected, plainCalls };
}

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
