import { expect, test } from "vitest";
import { guessSeparator } from "../../../src/datasets/records/guess-separator.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

test.each([
  ["a,b,c;d\n1;2;3;4;5", ","],
  ["a;b", ";"],
  ["a\tb,c\td", "\t"],
  ["1::2::3", "::"],
  ["one", ","],
  ["", ","],
])("the separator of %j is %j", async (text, separator) => {
  expect(await guessSeparator(textSource("x", text))).toBe(separator);
});
