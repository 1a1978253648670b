import { expect, test } from "vitest";
import { forgetGuess, guessOf, keepGuess } from "../../../src/notebook/exercises/guesses.js";

test("the last guess of a name is kept until it is forgotten", () => {
  expect(guessOf("one")).toBeUndefined();
  keepGuess("one", 5);
  keepGuess("one", 6);
  keepGuess("two", "Heat");
  expect([guessOf("one"), guessOf("two")]).toEqual([6, "Heat"]);
  forgetGuess("one");
  expect([guessOf("one"), guessOf("two")]).toEqual([undefined, "Heat"]);
});
