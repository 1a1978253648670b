import { expect, test } from "vitest";
import { areFinite } from "../../../src/kernels/dense/are-finite.js";

test("NaN and infinities are not finite, wherever they are", () => {
  expect(areFinite(new Float64Array(0))).toBe(true);
  expect(areFinite(Float32Array.of(0, -1, 3e38))).toBe(true);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(areFinite(Float64Array.of(1, 2, value))).toBe(false);
});
