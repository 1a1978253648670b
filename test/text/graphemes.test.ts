import { expect, test } from "vitest";
import { graphemes } from "../../src/text/graphemes.js";

test("an emoji of several code points and a letter with accents are one character each", () => {
  expect(graphemes("a👩‍🚀e\u0301🇫🇷")).toEqual(["a", "👩‍🚀", "e\u0301", "🇫🇷"]);
});

test("joined characters are the text again, lone surrogates too", () => {
  for (const text of ["", "Amélie (2001)", "x\ud83dy", "👍🏽!"]) expect(graphemes(text).join("")).toBe(text);
});
