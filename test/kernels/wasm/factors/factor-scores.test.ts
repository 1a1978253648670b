import { describe, expect, test } from "vitest";
import { factorScores } from "../../../../src/kernels/factors/factor-scores.js";
import { openFactorScoresOn } from "../../../../src/kernels/wasm/factors/factor-scores.js";
import { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { random } from "../../../../src/math/random.js";
import { runtimes, strayHelper } from "../on-threads.js";

const draws = random({ seed: 3 });
const normals = (count: number) => Float64Array.from({ length: count }, () => draws.normal());
const side = (count: number, width: number) => ({
  values: normals(count * width),
  width,
  biases: normals(count),
});

/** Scores users in WebAssembly and in plain TypeScript, row by row. */
function scoresOf(runtime: Runtime, users: number, items: number, width: number, asked: readonly number[]) {
  const [ofUsers, ofItems] = [side(users, width), side(items, width)];
  const job = openFactorScoresOn(runtime)(ofUsers, ofItems, 3.5, { users, perTile: users })!;
  const userIndices = Int32Array.from(asked);
  const plain = new Float64Array(asked.length * items);
  factorScores(ofUsers, userIndices, ofItems, 3.5, plain);
  const expected = asked.map((_, user) => [...plain.subarray(user * items, (user + 1) * items)]);
  const inRows = (scores: Float64Array) =>
    asked.map((_, user) => [...scores.subarray(user * job.stride, user * job.stride + items)]);
  const first = inRows(job.of(userIndices));
  const second = inRows(job.of(userIndices));
  job.close();
  return { first, second, expected };
}

describe.each(runtimes)("factor scores in WebAssembly on $threads threads", (runtime) => {
  test.each([
    [1, 1, 0],
    [1, 1, 1],
    [2, 3, 1],
    [3, 4, 2],
    [4, 5, 3],
    [5, 8, 7],
    [17, 9, 8],
    [33, 130, 20],
  ])("have the bits of the plain kernel for %i users, %i items and %i factors", (users, items, width) => {
    const asked = Array.from({ length: users }, (_, user) => users - 1 - user);
    const { first, second, expected } = scoresOf(runtime, users, items, width, asked);
    expect(first).toEqual(expected);
    expect(second).toEqual(expected);
  });

  test("none, and more than a tile holds", () => {
    expect(scoresOf(runtime, 3, 5, 2, []).first).toEqual([]);
    const { first, expected } = scoresOf(runtime, 3, 5, 2, [0, 1, 2, 2, 1, 0, 0]);
    expect(first).toEqual(expected);
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
  const { first, second, expected } = scoresOf(runtime, 200, 300, 8, [...Array(200).keys()]);
  expect(first).toEqual(expected);
  expect(second).toEqual(expected);
});

test("small jobs are left to the plain kernel, and so are those without memory", () => {
  const open = openFactorScoresOn(new Runtime({ threads: 1, relaxedSimd: false }));
  const [users, items] = [side(10, 4), side(20, 4)];
  expect(open(users, items, 0, { users: 10, perTile: 10 })).toBeUndefined();
  expect(open(users, items, 0, { users: 1e6, perTile: 1e9 })).toBeUndefined();
  expect(open(users, items, 0, { users: 1e6, perTile: 100 })).toBeDefined();
});
