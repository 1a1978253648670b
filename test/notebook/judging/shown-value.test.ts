import { expect, test } from "vitest";
import { shownValue } from "../../../src/notebook/judging/shown-value.js";

test("a value is shown as JSON, and a long one is cut", () => {
  expect(shownValue(["Heat", 5])).toBe('["Heat",5]');
  expect(shownValue(undefined)).toBe("undefined");
  expect(shownValue("x".repeat(500))).toHaveLength(160);
});

test("a value that JSON cannot represent is shown too", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect([cycle, 1n, Symbol("a")].map(shownValue)).toEqual([
    "[object Array]",
    "[object BigInt]",
    "Symbol(a)",
  ]);
});
