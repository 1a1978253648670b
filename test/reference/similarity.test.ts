import { describe, expect, test } from "vitest";
import { correlation, similarity, spearman } from "../../src/reference/similarity.js";

/** Rows (1, 2, 4, –) and (3, 2, –, 5). */
const a = new Map([
  [0, 1],
  [1, 2],
  [2, 4],
]);
const b = new Map([
  [0, 3],
  [1, 2],
  [3, 5],
]);

test.each([
  ["cosine", 7 / Math.sqrt(21 * 38)],
  ["dot", 7],
  ["cosine-common", 7 / Math.sqrt(5 * 13)],
  ["pearson", -1],
  ["spearman", -1],
  ["msd", 1 / 3],
  ["euclidean", 1 / 3],
  ["rmsd", 1 / (1 + Math.sqrt(2))],
  ["jaccard", 2 / 4],
  ["conditional", 2 / 3],
] as const)("by hand: %s of two rows is %d", (name, expected) => {
  expect(similarity(name, a, b)).toBeCloseTo(expected, 12);
});

describe("correlation", () => {
  test("by hand: Σ dx dy = 1 of √(2 × 2)", () =>
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12));
  test("of constant values is NaN", () => expect(correlation([2, 2], [1, 3])).toBeNaN());
});

test("spearman gives equal values the mean of their ranks", () => {
  // The ranks are 1.5, 1.5, 3 and 1, 2, 3.
  expect(spearman([5, 5, 9], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(1.5 * 2), 12);
});
