import { expect, test } from "vitest";
import { shortenedText } from "../../src/text/shortened-text.js";

test("a long text is cut, and its last character is then …", () => {
  expect(shortenedText("abcdef", 6)).toBe("abcdef");
  expect(shortenedText("abcdef", 4)).toBe("abc…");
});

test("no emoji is cut in two, wherever the cut falls", () => {
  for (const lead of ["", "x"]) {
    const text = `${lead}${"🎬👩‍🚀".repeat(20)}`;
    for (let longest = 1; longest < 45; longest++) {
      const short = shortenedText(text, longest);
      expect(short).not.toMatch(/\p{Surrogate}/u);
      expect(text.startsWith(short.replace("…", ""))).toBe(true);
      expect(short).not.toMatch(/\u200d…?$/);
    }
  }
  expect(shortenedText("🎬".repeat(3), 3)).toBe("🎬🎬🎬");
});
