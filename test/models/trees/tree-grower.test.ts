import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { binFeatures } from "../../../src/models/trees/binned-features.js";
import { FeatureTable } from "../../../src/models/trees/feature-table.js";
import { TreeGrower, type TreeLimits } from "../../../src/models/trees/tree-grower.js";

const unlimited = {
  depth: Number.POSITIVE_INFINITY,
  leaves: Number.POSITIVE_INFINITY,
  minRows: 1,
  regularization: 0,
  learningRate: 1,
};

function grower(rows: readonly (readonly number[])[], limits: Partial<TreeLimits> = {}): TreeGrower {
  return new TreeGrower(binFeatures(FeatureTable.from(rows), random({ seed: 0 })), {
    ...unlimited,
    ...limits,
  });
}

describe("TreeGrower", () => {
  const four = [[1], [2], [3], [4]];

  test("grows a stump, worked out by hand", () => {
    // Residuals 2, 2, −1, −3: gain 16 / 2 + 16 / 2 − 0. Leaves 4 / (2 + 2) and −4 / (2 + 2),
    // halved.
    const limits = { depth: 1, regularization: 2, learningRate: 0.5 };
    const rows = Int32Array.of(0, 1, 2, 3);
    const tree = grower(four, limits).grow(rows, Float32Array.of(-2, -2, 1, 3));
    expect([...tree.features]).toEqual([0, -1, -1]);
    expect([...tree.numbers]).toEqual([2.5, 0.5, -0.5]);
    expect([...tree.lefts]).toEqual([1, 0, 0]);
    expect([...tree.gains]).toEqual([16 / 4 + 16 / 4, 0, 0]);
    expect([...tree.starts, ...tree.ends]).toEqual([0, 0, 2, 4, 2, 4]);
  });

  test("leaves the rows of each node between its start and end, and a child of each split next to the other", () => {
    const rows = Int32Array.of(3, 1, 0, 2);
    const { features, numbers, lefts, starts, ends } = grower(four).grow(rows, Float32Array.of(-4, -1, 1, 4));
    for (const [node, feature] of features.entries()) {
      const own = [...rows.subarray(starts[node], ends[node])];
      if (feature < 0) expect(own.map((row) => [-4, -1, 1, 4][row])).toEqual([-numbers[node]!]);
      else {
        const [left, right] = [lefts[node]!, lefts[node]! + 1];
        expect([starts[left], ends[left], ends[right]]).toEqual([starts[node], starts[right], ends[node]]);
        for (const row of rows.subarray(starts[left], ends[left]))
          expect(four[row]![0]).toBeLessThanOrEqual(numbers[node]!);
      }
    }
    expect([...rows].sort()).toEqual([0, 1, 2, 3]);
  });

  test("sees only the rows that it is given", () => {
    const tree = grower(four).grow(Int32Array.of(1, 3), Float32Array.of(99, -1, 99, 1));
    expect([...tree.numbers]).toEqual([2.5, 1, -1]);
  });

  test("a feature without NaN sends NaN to the side with more rows", () => {
    const nanLeft = (gradients: number[]) =>
      grower([[1], [2], [3]], { depth: 1 }).grow(Int32Array.of(0, 1, 2), Float32Array.from(gradients))
        .nanLefts[0];
    expect(nanLeft([-1, -1, 1])).toBe(1);
    expect(nanLeft([-1, 1, 1])).toBe(0);
  });

  test("grows the same tree again after others, with the memory of their histograms", () => {
    const draws = random({ seed: 1 });
    const table = Array.from({ length: 60 }, () => [draws.below(9), draws.below(9)]);
    const gradients = Float32Array.from(table, () => draws.normal());
    const all = () => Int32Array.from(table.keys());
    for (const leaves of [5, Number.POSITIVE_INFINITY]) {
      const used = grower(table, { leaves });
      const first = used.grow(all(), gradients);
      used.grow(
        all(),
        gradients.map((gradient) => gradient ** 2),
      );
      expect(used.grow(all(), gradients)).toEqual(first);
    }
  });

  test("is a leaf where nothing can be gained", () => {
    const leaf = grower(four).grow(Int32Array.of(0, 1), Float32Array.of(-3, -3, 0, 0));
    expect([[...leaf.features], [...leaf.numbers]]).toEqual([[-1], [3]]);
    expect([
      ...grower(four, { minRows: 3 }).grow(Int32Array.of(0, 3), Float32Array.of(-3, 0, 0, 3)).features,
    ]).toEqual([-1]);
  });
});
