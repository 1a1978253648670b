import { expect, test } from "vitest";
import { discountedGain, idealGain } from "../../src/math/discounted-gain.js";

test("a hit at place n is worth 1 / log₂(n + 1)", () => {
  expect(discountedGain([1, 0, 1], 3)).toBe(1 + 1 / 2);
  expect(discountedGain([0, 1], 2)).toBe(1 / Math.log2(3));
});

test("only the first places count", () => {
  expect(discountedGain([1, 0, 1], 2)).toBe(1);
  expect(discountedGain([1], 5)).toBe(1);
  expect(discountedGain([1], 0)).toBe(0);
});

test("the ideal has hits at all places", () => {
  expect(idealGain(3)).toBe(discountedGain([1, 1, 1], 3));
  expect(idealGain(0)).toBe(0);
});
