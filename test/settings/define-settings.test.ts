import { describe, expect, test } from "vitest";
import { boolean } from "../../src/settings/boolean.js";
import { choice } from "../../src/settings/choice.js";
import { defineSettings } from "../../src/settings/define-settings.js";
import { integer, number, optionalInteger } from "../../src/settings/number.js";
import { randomFields } from "../../src/settings/random-fields.js";

const settings = defineSettings(
  {
    optimizer: choice(["als", "sgd"], { default: "als" }),
    iterations: integer({ min: 1, default: 10, defaultFor: { optimizer: { sgd: 20 } } }),
    regularization: number({ min: 0, default: 0.5 }),
    share: number({ min: 0, below: 1, default: 0 }),
    keep: optionalInteger({ min: 1, orInfinity: true }),
    biased: boolean({ default: true }),
  },
  randomFields,
);
const check = (given: object) => settings.check("Toy", given);

describe("declared settings", () => {
  test("are frozen, in the order of their declaration, with their defaults", () => {
    const values = check({ share: 0.5 });
    expect(values).toEqual({
      optimizer: "als",
      iterations: 10,
      regularization: 0.5,
      share: 0.5,
      keep: undefined,
      biased: true,
      seed: 0,
      generator: "reelbook",
    });
    expect(Object.keys(values)[0]).toBe("optimizer");
    expect(Object.isFrozen(values)).toBe(true);
  });

  test("a default may depend on another setting, and a given value comes first", () => {
    expect(check({ optimizer: "sgd" }).iterations).toBe(20);
    expect(check({ optimizer: "sgd", iterations: 3 }).iterations).toBe(3);
    expect(check({ iterations: undefined }).iterations).toBe(10);
  });

  test.each<[object, string]>([
    [{ iterations: 0 }, "iterations: 0 is not a whole number of at least 1"],
    [{ iterations: 1.5 }, "iterations: 1.5 is not a whole number of at least 1"],
    [{ iterations: "5" }, 'iterations: "5" is not a whole number of at least 1'],
    [{ iterations: [5] }, "iterations: [5] is not a whole number of at least 1"],
    [{ regularization: null }, "regularization: null is not a number of at least 0"],
    [{ regularization: Number.NaN }, "regularization: NaN is not a number of at least 0"],
    [{ regularization: Number.POSITIVE_INFINITY }, "regularization: Infinity is not a number of at least 0"],
    [{ share: 1 }, "share: 1 is not a number from 0 to below 1"],
    [{ share: true }, "share: true is not a number from 0 to below 1"],
    [{ keep: 0 }, "keep: 0 is not a whole number of at least 1, or Infinity for all"],
    [{ biased: "false" }, 'biased: "false" is neither true nor false'],
    [{ biased: 0 }, "biased: 0 is neither true nor false"],
    [{ optimizer: "adam" }, 'optimizer: "adam" is none of "als", "sgd"'],
    [{ optimizer: ["als"] }, 'optimizer: ["als"] is none of "als", "sgd"'],
    [{ seed: -1 }, "seed: -1 is not a whole number from 0 to 4294967295"],
    [{ generator: {} }, 'generator: an object (Object) is none of "reelbook", "numpy"'],
  ])("%j is refused by name and value", (given, message) => {
    expect(() => check(given)).toThrow(new RangeError(message));
  });

  test.each<[unknown, string]>([
    ["x", 'Toy takes its settings as an object { name: value }, not "x"'],
    [null, "Toy takes its settings as an object { name: value }, not null"],
    [[1], "Toy takes its settings as an object { name: value }, not [1]"],
  ])("%j is no settings", (given, message) => {
    expect(() => check(given as object)).toThrow(new RangeError(message));
  });
});

describe("an unknown setting", () => {
  test.each([
    ["iteration", 'Toy has no setting "iteration"; did you mean iterations?'],
    ["n_epochs", 'Toy has no setting "n_epochs"; it is called iterations here'],
    ["reg", 'Toy has no setting "reg"; it is called regularization here'],
    ["lambda", 'Toy has no setting "lambda"; it is called regularization here'],
    ["random_state", 'Toy has no setting "random_state"; it is called seed here'],
  ])("%s is named with what it may have meant", (name, message) => {
    expect(() => check({ [name]: 1 })).toThrow(new RangeError(message));
  });

  test("that is like no other is named with all settings", () => {
    expect(() => check({ xyz: 1 })).toThrow(
      /^Toy has no setting "xyz"; its settings are optimizer, iterations/,
    );
    expect(() => defineSettings({}).check("Toy", { xyz: 1 })).toThrow(
      'Toy has no setting "xyz"; it has none',
    );
  });

  test("is refused when it comes from the prototype chain's names", () => {
    expect(() => check(JSON.parse('{ "__proto__": 1 }'))).toThrow('Toy has no setting "__proto__"');
    expect(() => check({ constructor: 1 })).toThrow('Toy has no setting "constructor"');
  });
});
