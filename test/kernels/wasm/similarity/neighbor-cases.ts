import type { NeighborRatings, NeighborRules } from "../../../../src/kernels/neighbor-scores.js";
import type { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { openNeighborScoresOn } from "../../../../src/kernels/wasm/similarity/neighbor-scores.js";
import { random } from "../../../../src/math/random.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { rowOf } from "../../../../src/sparse/row-of.js";

type UsersAre = "rows" | "columns";

export const defaults: NeighborRules = {
  neighbors: 3,
  minNeighbors: 1,
  threshold: 0,
  aggregate: "weighted-mean",
  damping: 0,
};

/**
 * Rows with a share of all similarities, of which many are equal, and columns with ratings in no
 * order.
 */
export function drawn(rows: number, columns: number, scaled = false, share = 0.7): NeighborRatings {
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
    similarities: matrix(width, width, level, () => draws.uniform() < share),
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
export function scoresOf(runtime: Runtime, { ratings, rules, usersAre, users, perTile }: Asked) {
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
