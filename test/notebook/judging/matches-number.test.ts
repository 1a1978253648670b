import { expect, test } from "vitest";
import { matchesNumber } from "../../../src/notebook/judging/matches-number.js";

test("a whole number is not rounded unless the exercise says how many digits count", () => {
  expect(matchesNumber(1384, 1384)).toBe(true);
  expect(matchesNumber(1380, 1384)).toBe(false);
  expect(matchesNumber(1380, 1384, 3)).toBe(true);
});

test("other numbers are rounded to at least three digits", () => {
  expect(matchesNumber(1.38, 1.384)).toBe(true);
  expect(matchesNumber(1.4, 1.384)).toBe(false);
});
