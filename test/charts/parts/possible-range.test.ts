import { expect, test } from "vitest";
import { EVERYTHING, withinRange } from "../../../src/charts/parts/possible-range.js";

test("an interval ends where the possible values end", () => {
  const interval = { name: "a", value: 0.01, low: -0.2, high: 1.2 };
  expect(withinRange(interval, [0, 1])).toEqual({ name: "a", value: 0.01, low: 0, high: 1 });
  expect(withinRange(interval, EVERYTHING)).toEqual(interval);
});

test("a value without an interval stays as it is", () => {
  const bar: { value: number; low?: number } = { value: 2 };
  expect(withinRange(bar, [0, 1])).toEqual({ value: 2 });
});
