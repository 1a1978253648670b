import { expect, test } from "vitest";
import { integer, number, optionalInteger } from "../../src/settings/number.js";

test.each([
  [number({ default: 0 }), "a number"],
  [number({ min: 0, default: 0 }), "a number of at least 0"],
  [number({ max: 1, default: 0 }), "a number up to 1"],
  [number({ min: 0, below: 1, default: 0 }), "a number from 0 to below 1"],
  [number({ above: 0, default: 1 }), "a number above 0"],
  [number({ above: 0, max: 1, default: 1 }), "a number above 0, up to 1"],
  [integer({ min: 1, max: 5, default: 1 }), "a whole number from 1 to 5"],
  [integer({ min: 1, orInfinity: true, default: 1 }), "a whole number of at least 1, or Infinity for all"],
])("%# describes its range", (setting, takes) => {
  expect(setting.takes).toBe(takes);
});

test("min and max are allowed, above and below are not", () => {
  const closed = number({ min: -1, max: 1, default: 0 });
  for (const value of [-1, 0.3, 1]) expect(closed.check("x", value)).toBe(value);
  for (const value of [-1.01, 1.01]) expect(() => closed.check("x", value)).toThrow(`x: ${value} is not`);
  const open = number({ above: -1, below: 1, default: 0 });
  for (const value of [-0.99, 0.99]) expect(open.check("x", value)).toBe(value);
  for (const value of [-1, 1, Number.NaN]) expect(() => open.check("x", value)).toThrow(`x: ${value} is not`);
});

test("only an integer with orInfinity takes Infinity, and never -Infinity", () => {
  expect(integer({ orInfinity: true, default: 1 }).check("keep", Infinity)).toBe(Infinity);
  expect(() => integer({ orInfinity: true, default: 1 }).check("keep", -Infinity)).toThrow("-Infinity");
  expect(() => integer({ default: 1 }).check("keep", Infinity)).toThrow(
    "keep: Infinity is not a whole number",
  );
  expect(() => number({ default: 1 }).check("keep", Infinity)).toThrow("keep: Infinity is not a number");
});

test("an optional integer takes undefined, its default", () => {
  const setting = optionalInteger({ min: 1 });
  expect(setting.default).toBeUndefined();
  expect(setting.check("keep", undefined)).toBeUndefined();
  expect(setting.check("keep", 3)).toBe(3);
  expect(() => setting.check("keep", 0)).toThrow("keep: 0 is not a whole number of at least 1");
});
