import { expect, test } from "vitest";
import { keptSimilarities, keptWeights } from "../../src/reference/kept-entries.js";

const none = Number.NaN;
const table = [
  [1, 0.5, 0.9, 0.5],
  [0.5, 1, none, 0],
  [-1, -0.5, 1, -0.5],
  [none, none, none, 1],
];

test("keeps the highest similarities of each row, of equal ones the first", () => {
  expect(keptSimilarities(table, { keep: 2 })).toEqual([
    [none, 0.5, 0.9, none],
    [0.5, none, none, 0],
    [none, -0.5, none, -0.5],
    [none, none, none, none],
  ]);
});

test("keeps all of other rows by default, and of candidates only if asked to", () => {
  expect(keptSimilarities(table)[2]).toEqual([-1, -0.5, none, -0.5]);
  expect(keptSimilarities(table, { keep: 1, isCandidate: (y) => y > 1 })[0]).toEqual([none, none, 0.9, none]);
  expect(keptSimilarities(table, { isCandidate: (y) => y > 1 })[1]).toEqual([none, none, none, 0]);
});

test("keeps the weights of largest magnitude of each row, of equal ones the first", () => {
  const weights = [
    [0, -3, 2, 1],
    [1, -1, 0, 1],
  ];
  expect(keptWeights(weights, 2)).toEqual([
    [0, -3, 2, 0],
    [1, -1, 0, 0],
  ]);
  expect(keptWeights(weights, Number.POSITIVE_INFINITY)).toEqual(weights);
});
