import { expect, test } from "vitest";
import { areYears } from "../../src/text/are-years.js";

test.each<[number[], boolean]>([
  [[1995, 2003], true],
  [[1850, 2050], true],
  [[1849, 2000], false],
  [[2000, 2051], false],
  [[2000, 2000.5], false],
  [[2000], false],
  [[], false],
])("%j are years: %j", (values, expected) => {
  expect(areYears(values)).toBe(expected);
});
