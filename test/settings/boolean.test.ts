import { expect, test } from "vitest";
import { boolean } from "../../src/settings/boolean.js";

const setting = boolean({ default: true });

test("a boolean setting takes true and false", () => {
  expect(setting.check("biased", true)).toBe(true);
  expect(setting.check("biased", false)).toBe(false);
  expect(setting.default).toBe(true);
});

test.each([1, 0, "true", null, undefined])("%j is neither true nor false", (value) => {
  expect(() => setting.check("biased", value)).toThrow(/^biased: .+ is neither true nor false$/);
});
