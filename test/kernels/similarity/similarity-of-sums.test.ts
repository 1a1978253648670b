import { expect, test } from "vitest";
import { SUM_COUNTS } from "../../../src/kernels/similarity/common-sums.js";
import {
  type SimilarityKernel,
  SUMS_OF,
  similarityOfSums,
} from "../../../src/kernels/similarity/similarity-of-sums.js";

/** Rows (1, 2, 4, 0) and (3, 2, 0, 5), which share the first two columns. */
const sums = {
  dots: [7],
  counts: [2],
  products: [2, 7],
  offsets: [2, -2],
  differences: [2, 4],
  squares: [2, 7, 5, 13],
  moments: [2, 7, 5, 13, 3, 5],
};

test.each<[SimilarityKernel, number]>([
  ["cosine", 7 / Math.sqrt(21 * 38)],
  ["dot", 7],
  ["cosine-common", 7 / Math.sqrt(5 * 13)],
  ["pearson", -1],
  ["msd", 1 / 3],
  ["euclidean", 1 / 3],
  ["rmsd", 1 / (1 + Math.sqrt(2))],
  ["jaccard", 2 / 4],
  ["conditional", 2 / 3],
])("by hand: %s of two rows is %d", (name, expected) => {
  const ofPair = sums[SUMS_OF[name]];
  expect(ofPair).toHaveLength(SUM_COUNTS[SUMS_OF[name]]);
  const before = [9, 9, 9];
  const all = Float64Array.from([...before, ...ofPair]);
  const found = similarityOfSums(name, all, before.length, Math.sqrt(21), Math.sqrt(38), 3, 3);
  expect(found).toBeCloseTo(expected, 12);
});

test("conditional is asymmetric: it divides by the length of x", () => {
  expect(similarityOfSums("conditional", Float64Array.of(2), 0, 0, 0, 8, 2)).toBe(0.25);
});

test("pearson of constant values, also after rounding errors, is undefined", () => {
  expect(similarityOfSums("pearson", Float64Array.of(2, 9, 9, 9, 6, 3), 0, 0, 0, 2, 2)).toBeNaN();
  // Σx² of 1/3 and 1/3 with a rounding error.
  const third = 1 / 3;
  const rounded = Float64Array.of(2, 1, 2 * third * third + 1e-16, 5, 2 * third, 3);
  expect(similarityOfSums("pearson", rounded, 0, 0, 0, 2, 2)).toBeNaN();
});
