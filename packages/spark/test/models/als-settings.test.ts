import { expect, test } from "vitest";
import { alsSettings } from "../../src/models/als-settings.js";

test("settings have defaults, also where they are undefined", () => {
  expect(alsSettings({ factors: 3, seed: undefined } as object)).toMatchObject({
    factors: 3,
    seed: 0,
    implicit: false,
  });
  expect(Object.isFrozen(alsSettings({}))).toBe(true);
});

test.each([
  [{ rank: 5 }, 'SparkAls has no setting "rank"; it has factors, iterations'],
  [{ factors: 0 }, "SparkAls: factors is 0; give a whole number of at least 1"],
  [{ iterations: 1.5 }, "iterations is 1.5"],
  [{ blocks: Number.NaN }, "blocks is NaN"],
  [{ regularization: -1 }, "SparkAls: regularization is -1; give a number of at least 0"],
  [{ alpha: Number.POSITIVE_INFINITY }, "alpha is Infinity"],
  [{ seed: 0.5 }, "seed is 0.5; give a whole number"],
  [{ implicit: "yes" }, "implicit is yes; give true or false"],
])("%j is an error", (settings, message) => {
  expect(() => alsSettings(settings as object)).toThrow(message);
});
