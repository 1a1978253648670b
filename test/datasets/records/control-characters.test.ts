import { expect, test } from "vitest";
import { hasControlCharacter } from "../../../src/datasets/records/control-characters.js";

test("finds line breaks, tabs, NUL and the control characters of Latin-1, wherever they are", () => {
  for (const control of ["\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x85"]) {
    for (const text of [control, `${control}a`, `a${control}b`, `a${control}`])
      expect(hasControlCharacter(text), JSON.stringify(text)).toBe(true);
  }
});

test("takes letters, spaces, emojis and the joiners in them as text", () => {
  for (const text of ["", "Amélie", "a b", "a\u00a0b", "👩\u200d🚀", "七人の侍"])
    expect(hasControlCharacter(text), JSON.stringify(text)).toBe(false);
});
