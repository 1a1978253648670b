import { expect, test } from "vitest";
import { wellFormedText } from "../../src/text/well-formed-text.js";

test("lone surrogates become U+FFFD, pairs and other text stay", () => {
  expect(wellFormedText("a\ud83d b\ude00 😀 é")).toBe("a\ufffd b\ufffd 😀 é");
  expect(wellFormedText("\ude00\ud83d")).toBe("\ufffd\ufffd");
});
