import { describe, expect, test } from "vitest";
import { ratios, spread } from "../../bench/lib/statistics.mjs";

describe("spread", () => {
  test("is the median, the smallest and the largest value", () => {
    expect(spread([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5 });
    expect(spread([4, 1, 3, 10])).toEqual({ median: 3.5, min: 1, max: 10 });
    expect(spread([7])).toEqual({ median: 7, min: 7, max: 7 });
    expect(spread([])).toEqual({ median: Number.NaN, min: Number.NaN, max: Number.NaN });
  });

  test("leaves the values in their order", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(spread(values).median).toBe(2);
  });
});

test("ratios are taken pair by pair, so that a slow machine changes both sides alike", () => {
  expect(ratios([2, 20, 3], [1, 10, 1])).toEqual({ median: 2, min: 2, max: 3 });
  expect(ratios([1, 2], [])).toEqual(spread([]));
});
