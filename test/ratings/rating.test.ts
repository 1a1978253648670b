import { expect, test } from "vitest";
import { checkedScale } from "../../src/ratings/rating.js";

test("a scale is copied and frozen; its bounds may be equal", () => {
  const scale = { min: 1, max: 5 };
  expect(checkedScale(scale)).toEqual(scale);
  expect(checkedScale(scale)).not.toBe(scale);
  expect(Object.isFrozen(checkedScale(scale))).toBe(true);
  expect(checkedScale({ min: 1, max: 1 })).toEqual({ min: 1, max: 1 });
});

test.each([
  [{ min: 5, max: 1 }, "scale: { min: 5, max: 1 } are not two numbers in order; leave it out to observe it"],
  [
    { min: Number.NaN, max: 5 },
    "scale: { min: NaN, max: 5 } are not two numbers in order; leave it out to observe it",
  ],
  [
    { min: 1, max: Infinity },
    "scale: { min: 1, max: Infinity } are not two numbers in order; leave it out to observe it",
  ],
])("%j is refused", (scale, message) => {
  expect(() => checkedScale(scale)).toThrow(new RangeError(message));
});
