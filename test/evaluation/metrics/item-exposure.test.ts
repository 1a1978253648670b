import { expect, test } from "vitest";
import { giniCoefficient } from "../../../src/evaluation/metrics/catalogue-metrics.js";
import { itemExposure } from "../../../src/evaluation/metrics/item-exposure.js";

test("a place counts by its discount, and all shares together are 1", () => {
  const second = 1 / Math.log2(3);
  const exposure = itemExposure([[2, 0], [2]], 3);
  expect(exposure[0]).toBeCloseTo(second / (2 + second), 15);
  expect([exposure[1], exposure[2]]).toEqual([0, 2 / (2 + second)]);
  expect(exposure.reduce((a, b) => a + b)).toBeCloseTo(1, 15);
});

test("one item with all the attention is as unequal as can be, and equal shares are 0", () => {
  expect(giniCoefficient(itemExposure([[1], [1]], 4))).toBe(0.75);
  expect(giniCoefficient(itemExposure([[0], [1], [2], [3]], 4))).toBe(0);
});

test("no list is NaN, and an index outside is refused", () => {
  expect([...itemExposure([[]], 2)]).toEqual([Number.NaN, Number.NaN]);
  expect(() => itemExposure([[2]], 2)).toThrow("item index 2 is not below the 2 items");
  expect(() => itemExposure([[-1]], 2)).toThrow("item index -1 is not below the 2 items");
});
