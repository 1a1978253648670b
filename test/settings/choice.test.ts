import { expect, test } from "vitest";
import { choice } from "../../src/settings/choice.js";

const setting = choice(["als", "sgd"], { default: "als" });

test("a choice takes each of its words and lists them", () => {
  expect(setting.options).toEqual(["als", "sgd"]);
  expect(setting.takes).toBe('one of "als", "sgd"');
  for (const word of setting.options ?? []) expect(setting.check("optimizer", word)).toBe(word);
});

test("a list that holds a word is not the word", () => {
  expect(() => setting.check("optimizer", ["als"])).toThrow('optimizer: ["als"] is none of "als", "sgd"');
});
