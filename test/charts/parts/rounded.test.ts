import { expect, test } from "vitest";
import { rounded, roundedOrNull } from "../../../src/charts/parts/rounded.js";

test("rounded keeps decimals after the point, or digits in all", () => {
  expect(rounded(1234.5678, { decimals: 2 })).toBe(1234.57);
  expect(rounded(1234.5678, { digits: 2 })).toBe(1200);
  expect(rounded(0.0001234, { digits: 2 })).toBe(0.00012);
  expect(rounded(0.0001234, { decimals: 2 })).toBe(0);
});

test("rounded gives 0 rather than -0, so that a figure equals what JSON makes of it", () => {
  expect(rounded(-0.001, { decimals: 2 })).toBe(0);
  expect(rounded(-0, { digits: 3 })).toBe(0);
});

test("roundedOrNull gives null for what JSON has no number for", () => {
  const values = [2 / 3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  expect(values.map((value) => roundedOrNull(value, { decimals: 1 }))).toEqual([0.7, null, null, null]);
});
