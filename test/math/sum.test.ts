import { expect, test } from "vitest";
import { sum } from "../../src/math/sum.js";

test("adds up arrays and typed arrays, and gives 0 of nothing", () => {
  expect(sum([1, 2, 4])).toBe(7);
  expect(sum(Float32Array.of(0.5, 0.25))).toBe(0.75);
  expect(sum([])).toBe(0);
});

test("adds from the first number to the last", () => {
  expect(sum([1, 1e16, -1e16])).toBe(0);
  expect(sum([1e16, -1e16, 1])).toBe(1);
});
