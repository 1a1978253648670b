import { expect, test } from "vitest";
import { popularityLift } from "../../../src/evaluation/metrics/popularity-lift.js";

test("is the share by which a list is more popular than the history", () => {
  expect(popularityLift([300, 100], [50, 150])).toBe(1);
  expect(popularityLift([10], [10, 10])).toBe(0);
  expect(popularityLift([5], [10])).toBe(-0.5);
});

test("is NaN for an empty list or history", () => {
  expect(popularityLift([], [1])).toBeNaN();
  expect(popularityLift([1], [])).toBeNaN();
});
