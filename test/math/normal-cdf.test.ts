import { expect, test } from "vitest";
import { normalCdf } from "../../src/math/normal-cdf.js";

/** From SciPy 1.17.1: scipy.stats.norm.cdf. */
const known: readonly (readonly [number, number])[] = [
  [-37.5, 4.605353009581954e-308],
  [-12, 1.776482112077653e-33],
  [-8, 6.22096057427174e-16],
  [-7.07, 7.746684865636453e-13],
  [-5, 2.866515718791933e-7],
  [-3, 0.0013498980316300933],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145707],
  [-0.3, 0.3820885778110474],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [3, 0.9986501019683699],
  [5, 0.9999997133484281],
  [8, 0.9999999999999993],
];

test.each(known)("normalCdf(%s) is what SciPy has", (x, share) => {
  expect(Math.abs(normalCdf(x) - share)).toBeLessThan(1e-14);
  expect(Math.abs(normalCdf(x) / share - 1)).toBeLessThan(1e-6);
});

test("normalCdf ends at 0 and 1", () => {
  expect([Number.NEGATIVE_INFINITY, -40, 40, Number.POSITIVE_INFINITY].map(normalCdf)).toEqual([0, 0, 1, 1]);
  expect(normalCdf(Number.NaN)).toBeNaN();
});
