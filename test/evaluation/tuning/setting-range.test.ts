import { expect, test } from "vitest";
import { linearRange, logRange, numberAt } from "../../../src/evaluation/tuning/setting-range.js";

test("a range goes from its low to its high end, by equal steps or equal factors", () => {
  const at = (range: ReturnType<typeof logRange>) => [0, 0.5, 1].map((share) => numberAt(range, share));
  expect(at(linearRange(-1, 3))).toEqual([-1, 1, 3]);
  const [low, middle, high] = at(logRange(1, 100));
  expect([low, high]).toEqual([1, expect.closeTo(100, 10)]);
  expect(middle).toBeCloseTo(10, 12);
});

test("a range is a plain object, which JSON keeps", () => {
  expect(JSON.parse(JSON.stringify(logRange(1, 9)))).toEqual({ scale: "log", low: 1, high: 9, steps: 5 });
});

test("refuses ends that do not go up, a log range from 0, and one step", () => {
  expect(() => linearRange(2, 2)).toThrow("linearRange(2, 2) does not go up; give the smaller number first");
  expect(() => linearRange(0, Number.NaN)).toThrow("does not go up");
  expect(() => linearRange(0, Number.POSITIVE_INFINITY)).toThrow("does not go up");
  expect(() => logRange(0, 1)).toThrow("logRange(0, 1) does not begin above 0; use linearRange");
  expect(() => logRange(1, 2, { steps: 1 })).toThrow("steps: 1 is not a whole number of at least 2");
});
