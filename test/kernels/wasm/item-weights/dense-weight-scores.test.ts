import { describe, expect, test } from "vitest";
import { denseWeightScores } from "../../../../src/kernels/item-weights/dense-weight-scores.js";
import { openDenseWeightScoresOn } from "../../../../src/kernels/wasm/item-weights/dense-weight-scores.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { random } from "../../../../src/math/random.js";
import { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { rowOf } from "../../../../src/sparse/row-of.js";
import { runtimes, strayHelper } from "../on-threads.js";

/** Users with 0, 1, 2 … of n items, in no order, and weights between the items. */
function usersWithWeights(users: number, n: number) {
  const draws = random({ seed: 8 });
  const weights = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 0 : draws.normal()));
  const rows: number[] = [];
  const columns: number[] = [];
  for (let user = 0; user < users; user++) {
    for (let k = 0; k < Math.min(user, n); k++) {
      rows.push(user);
      columns.push((user + n - k) % n);
    }
  }
  const byUser = CsrMatrix.fromTriplets({
    rowCount: users,
    columnCount: n,
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
    values: Float64Array.from(rows, () => draws.normal()),
  });
  return { byUser, weights };
}

/** Scores users in WebAssembly and in plain TypeScript, row by row. */
function scoresOf(runtime: Runtime, users: number, n: number, asked: readonly number[], perTile = users) {
  const { byUser, weights } = usersWithWeights(users, n);
  const job = openDenseWeightScoresOn(runtime)(byUser, weights, { users, perTile })!;
  const expected = asked.map((user) => {
    const scores = new Float64Array(n);
    const { indices, values } = rowOf(byUser, user);
    denseWeightScores(indices, values, weights, scores);
    return [...scores];
  });
  const inRows = (scores: Float64Array) =>
    asked.map((_, user) => [...scores.subarray(user * job.stride, user * job.stride + n)]);
  const first = inRows(job.of(Int32Array.from(asked)));
  const second = inRows(job.of(Int32Array.from(asked)));
  job.close();
  return { first, second, expected };
}

describe.each(runtimes)("dense weight scores in WebAssembly on $threads threads", (runtime) => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 7],
    [6, 8],
    [7, 9],
    [12, 17],
    [40, 131],
  ])("have the bits of the plain kernel for %i users and %i items", (users, n) => {
    const asked = Array.from({ length: users }, (_, user) => users - 1 - user);
    const { first, second, expected } = scoresOf(runtime, users, n, asked);
    expect(first).toEqual(expected);
    expect(second).toEqual(expected);
  });

  test("none, more than a tile holds, and longer histories than it holds", () => {
    expect(scoresOf(runtime, 4, 5, []).first).toEqual([]);
    for (const asked of [
      [0, 1, 2, 3, 2, 1],
      [3, 3],
    ]) {
      const { first, expected } = scoresOf(runtime, 4, 5, asked, 2);
      expect(first).toEqual(expected);
    }
  });
});

test("a helper that is killed costs time, and no digit", () => {
  const startHelper = () => strayHelper("process.exit(1);");
  const runtime = new Runtime({
    threads: 2,
    relaxedSimd: false,
    takesSmallJobs: true,
    patience: 300,
    startHelper,
  });
  const { first, second, expected } = scoresOf(runtime, 60, 400, [...Array(60).keys()]);
  expect(first).toEqual(expected);
  expect(second).toEqual(expected);
});

test("few users are left to the plain kernel, and so are jobs without memory", () => {
  const open = openDenseWeightScoresOn(new Runtime({ threads: 1, relaxedSimd: false }));
  const { byUser, weights } = usersWithWeights(20, 100);
  expect(open(byUser, weights, { users: 5, perTile: 5 })).toBeUndefined();
  expect(open(byUser, weights, { users: 900, perTile: 5 })).toBeUndefined();
  expect(open(byUser, weights, { users: 1000, perTile: 1e9 })).toBeUndefined();
  expect(open(byUser, weights, { users: 1000, perTile: 20 })).toBeDefined();
});
