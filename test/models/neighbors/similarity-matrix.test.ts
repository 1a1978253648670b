import { expect, test } from "vitest";
import { similarityMatrix } from "../../../src/models/neighbors/similarity-matrix.js";
import { fourItems as ratings } from "./four-items.js";

test("the matrix is symmetric, has each item's correlation with itself, and NaN where there is none", () => {
  const [x, y, z] = similarityMatrix(ratings, ["x", "y", "z"]);
  expect(x[0]).toBeCloseTo(1, 12);
  expect(x[1]).toBe(y[0]);
  // By hand: Σ dx dy = 5.625 over √(8.75 × 8.1875), from the means 3.25 and 2.875.
  expect(x[1]).toBeCloseTo(5.625 / Math.sqrt(8.75 * 8.1875), 12);
  expect([x[2], z[2]]).toEqual([Number.NaN, Number.NaN]);
});

test("order and choice of the items are the caller's", () => {
  const [y, x] = similarityMatrix(ratings, ["y", "x"]);
  expect([y[1], x[1]]).toEqual([similarityMatrix(ratings, ["x", "y"])[0][1], expect.closeTo(1, 12)]);
  expect(similarityMatrix(ratings, ["x", "y"], { minCommon: 5 })[0][1]).toBeNaN();
});

test("an unknown item is refused", () => {
  expect(() => similarityMatrix(ratings, ["x", "q"])).toThrow('item "q" is not among the 4 rated items');
});
