import { expect, test } from "vitest";
import { binColumn, binThresholds, gradientHistogram } from "../../src/reference/gradient-histogram.js";

test("thresholds lie halfway between few values, and at quantiles of many", () => {
  expect(binThresholds([4, 1, 2, 1], 3)).toEqual([1.5, 3]);
  expect(binThresholds([8, 7, 6, 5, 4, 3, 2, 1], 4)).toEqual([2.5, 4.5, 6.5]);
  // Five values in two bins: place 2.5, so the third value.
  expect(binThresholds([1, 2, 3, 4, 5], 2)).toEqual([3]);
  expect(binThresholds([], 4)).toEqual([]);
});

test("a value's bin is the number of thresholds below it, and NaN has its own", () => {
  expect(binColumn([1, 1.5, 2, 9, Number.NaN], [1.5, 3])).toEqual([0, 0, 1, 2, 255]);
});

test("a histogram holds the sum and the count of each bin", () => {
  const [first, second] = gradientHistogram(
    [
      [0, 255],
      [0, 1],
    ],
    [2, 3],
  );
  expect(first![0]).toEqual({ sum: 5, count: 2 });
  expect([second![1], second![255], second![7]]).toEqual([
    { sum: 3, count: 1 },
    { sum: 2, count: 1 },
    { sum: 0, count: 0 },
  ]);
  expect(gradientHistogram([], [])).toEqual([]);
});
