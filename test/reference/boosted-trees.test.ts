import { describe, expect, test } from "vitest";
import { bestSplit, boostTrees, growTree, leafValue, splitRows } from "../../src/reference/boosted-trees.js";

const limits = { depth: 2, minRows: 1, regularization: 0 };

describe("the reference implementation of boosted trees", () => {
  test("splits where the squared error falls most, worked out by hand", () => {
    // Residuals −2, −2 | 3, 3: 16 / 2 + 36 / 2 − 4 / 4 = 25.
    expect(bestSplit([[1], [2], [3], [4]], [-2, -2, 3, 3], { minRows: 1, regularization: 0 })).toEqual({
      feature: 0,
      threshold: 2.5,
      isNanLeft: false,
      gain: 25,
    });
    // λ = 2: 16 / 4 + 36 / 4 − 4 / 6.
    const regularized = bestSplit([[1], [2], [3], [4]], [-2, -2, 3, 3], { minRows: 1, regularization: 2 });
    expect(regularized?.gain).toBeCloseTo(13 - 2 / 3, 12);
    expect(bestSplit([[1], [2]], [1, 1], { minRows: 1, regularization: 0 })).toBeUndefined();
    expect(bestSplit([[1], [2]], [1, 5], { minRows: 2, regularization: 0 })).toBeUndefined();
  });

  test("sends NaN to one side", () => {
    const rows = [[1], [Number.NaN], [3]];
    const split = { feature: 0, threshold: 2, isNanLeft: false };
    expect(splitRows(rows, split)).toEqual({ left: [0], right: [1, 2] });
    expect(splitRows(rows, { ...split, isNanLeft: true })).toEqual({ left: [0, 1], right: [2] });
    expect(bestSplit(rows, [5, 5, -1], { minRows: 1, regularization: 0 })?.isNanLeft).toBe(true);
    expect(bestSplit(rows, [-1, 5, -1], { minRows: 1, regularization: 0 })).toMatchObject({
      threshold: Infinity,
      isNanLeft: false,
    });
  });

  test("grows until the depth is reached or nothing is left to explain", () => {
    const rows = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const tree = growTree(rows, [-3, -1, 1, 3], limits);
    expect(rows.map((row) => leafValue(tree, row))).toEqual([-3, -1, 1, 3]);
    const stump = growTree(rows, [-3, -1, 1, 3], { ...limits, depth: 1 });
    expect(rows.map((row) => leafValue(stump, row))).toEqual([-2, -2, 2, 2]);
    expect(growTree(rows, [-3, -1, 1, 3], { ...limits, depth: 0, regularization: 1 })).toEqual({ value: 0 });
  });

  test("adds a share of each tree to the mean, worked out by hand", () => {
    // Mean 3; residuals −2, 2: leaves −2 and 2. Then −1 and 1 are left, and half of that is added.
    const predict = boostTrees([[0], [1]], [1, 5], { ...limits, trees: 2, learningRate: 0.5 });
    expect([predict([0]), predict([1])]).toEqual([1.5, 4.5]);
    expect(boostTrees([[0], [1]], [1, 5], { ...limits, trees: 0, learningRate: 1 })([0])).toBe(3);
  });
});
