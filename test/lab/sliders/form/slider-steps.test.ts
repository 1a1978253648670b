import { expect, test } from "vitest";
import { onStep, stepsAfter } from "../../../../lab/sliders/form/slider-steps.js";

test("a value on a step has no rounding error", () => {
  expect(onStep(0.1 + 0.2, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
  expect(onStep(0.30000000000000004, { min: 0.05, max: 1, step: 0.5 })).toBe(0.3);
  expect(onStep(3e-7, { min: 0, max: 1e-6, step: 1e-7 })).toBe(3e-7);
  expect(onStep(1200, { min: 0, max: 1e5, step: 100 })).toBe(1200);
});

test("play goes on from the value to the end, and from the start at the end", () => {
  expect(stepsAfter(7, { min: 1, max: 10, step: 1 })).toEqual([8, 9, 10]);
  expect(stepsAfter(10, { min: 8, max: 10, step: 1 })).toEqual([8, 9, 10]);
  expect(stepsAfter(Number.POSITIVE_INFINITY, { min: 0, max: 0.3, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3]);
});

test("play takes wider steps over a long range", () => {
  const steps = stepsAfter(0, { min: 0, max: 1000, step: 1 });
  expect(steps).toHaveLength(40);
  expect(steps.slice(0, 2)).toEqual([25, 50]);
  expect(steps.at(-1)).toBe(1000);
});
