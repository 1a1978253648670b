import { describe, expect, test } from "vitest";
import { joinTrees, savedTrees } from "../../../src/models/trees/tree-arrays.js";
import type { Tree } from "../../../src/models/trees/tree-grower.js";

/** A tree with one split on a feature: root, left leaf, right leaf. */
const stump = (feature: number, gain: number): Tree => ({
  features: Int32Array.of(feature, -1, -1),
  numbers: Float64Array.of(0.5, 10 * feature, 10 * feature + 1),
  lefts: Int32Array.of(1, 0, 0),
  nanLefts: Int32Array.of(1, 0, 0),
  lastBins: new Int32Array(3),
  gains: Float64Array.of(gain, 0, 0),
  starts: new Int32Array(3),
  ends: new Int32Array(3),
});
const leaf: Tree = {
  features: Int32Array.of(-1),
  numbers: Float64Array.of(7),
  lefts: new Int32Array(1),
  nanLefts: new Int32Array(1),
  lastBins: new Int32Array(1),
  gains: new Float64Array(1),
  starts: new Int32Array(1),
  ends: new Int32Array(1),
};
const joined = joinTrees([stump(1, 4), leaf, stump(0, 2), stump(1, 8)], 3);

describe("joinTrees", () => {
  test("puts the nodes of trees one after the other, and sums the gains of each feature", () => {
    expect([...joined.roots]).toEqual([0, 3, 4, 7, 10]);
    expect([...joined.features]).toEqual([1, -1, -1, -1, 0, -1, -1, 1, -1, -1]);
    expect([...joined.numbers]).toEqual([0.5, 10, 11, 7, 0.5, 0, 1, 0.5, 10, 11]);
    expect([...joined.lefts]).toEqual([1, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    expect([...joined.nanLefts]).toEqual([1, 0, 0, 0, 1, 0, 0, 1, 0, 0]);
    expect([...joined.gains]).toEqual([2, 12, 0]);
  });

  test("of no trees has no nodes", () => {
    const none = joinTrees([], 2);
    expect([[...none.roots], none.features.length, [...none.gains]]).toEqual([[0], 0, [0, 0]]);
  });
});

describe("savedTrees", () => {
  const read = (change: object) => savedTrees({ arrays: { ...joined, ...change } }, 3);
  const changed = (name: "features" | "lefts" | "roots", place: number, value: number) => {
    const array = joined[name].slice();
    array[place] = value;
    return { [name]: array };
  };

  test("reads what was joined", () => {
    expect(read({})).toEqual(joined);
  });

  test.each([
    ["a feature beyond the last", changed("features", 0, 3)],
    ["a feature below -1", changed("features", 0, -2)],
    ["a child that is its own parent", changed("lefts", 0, 0)],
    ["a right child beyond the tree", changed("lefts", 0, 2)],
    ["a first root that is not 0", changed("roots", 0, 1)],
    ["a tree without nodes", changed("roots", 1, 0)],
    ["roots that are missing", { roots: undefined }],
    ["numbers of another kind", { lefts: Float64Array.from(joined.lefts) }],
    ["too few nodes", { nanLefts: joined.nanLefts.slice(1) }],
    ["gains of another number of features", { gains: new Float64Array(2) }],
  ])("refuses %s", (_, change) => {
    expect(() => read(change)).toThrow(RangeError);
    expect(() => read(change)).toThrow(/^saved model: /);
  });
});
