import { expect, test } from "vitest";
import { farthestSign } from "../../src/math/farthest-sign.js";

test("is the sign of the number with the largest absolute value", () => {
  expect(farthestSign(Float64Array.of(1, -3, 2))).toBe(-1);
  expect(farthestSign(Float64Array.of(1, 3, -2))).toBe(1);
  expect(farthestSign(new Float64Array(2))).toBe(1);
});

test("the first counts where two are equally far from 0", () => {
  expect(farthestSign(Float64Array.of(2, -2))).toBe(1);
  expect(farthestSign(Float64Array.of(-2, 2))).toBe(-1);
});

test("looks only at every stride-th number from the start", () => {
  expect(farthestSign(Float64Array.of(-9, 1, 9, -2), 1, 2)).toBe(-1);
});
