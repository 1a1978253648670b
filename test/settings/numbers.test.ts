import { expect, test } from "vitest";
import { optionalNumbers } from "../../src/settings/numbers.js";

const setting = optionalNumbers();

test("a list of finite numbers is copied and frozen; undefined stays undefined", () => {
  const weights = [0.5, 2];
  const kept = setting.check("weights", weights);
  expect(kept).toEqual(weights);
  expect(kept).not.toBe(weights);
  expect(Object.isFrozen(kept)).toBe(true);
  expect(setting.check("weights", undefined)).toBeUndefined();
});

test.each([[[1, Number.NaN]], [["1"]], [1], [null], [{ 0: 1, length: 1 }]])("%j is refused", (value) => {
  expect(() => setting.check("weights", value)).toThrow(/^weights: .+ is not a list of finite numbers$/);
});
