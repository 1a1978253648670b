import { expect, test } from "vitest";
import { isWithin, rangePhrase } from "../../src/settings/range.js";

test("min and max are within, above and below are not", () => {
  expect([-1, 0, 1, 2].filter((value) => isWithin(value, { min: 0, max: 1 }))).toEqual([0, 1]);
  expect([0, 0.5, 1].filter((value) => isWithin(value, { above: 0, below: 1 }))).toEqual([0.5]);
  expect(isWithin(-1e9, {})).toBe(true);
});

test.each([
  [{}, ""],
  [{ min: 1 }, " of at least 1"],
  [{ max: 1 }, " up to 1"],
  [{ min: 0, max: 1 }, " from 0 to 1"],
  [{ min: 0, below: 1 }, " from 0 to below 1"],
  [{ above: 0 }, " above 0"],
  [{ above: 0, max: 1 }, " above 0, up to 1"],
])("%j in words is %j", (range, phrase) => {
  expect(rangePhrase(range)).toBe(phrase);
});
