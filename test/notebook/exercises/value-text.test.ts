import { expect, test } from "vitest";
import { valueText } from "../../../src/notebook/exercises/value-text.js";

test.each([
  [100836, "100,836"],
  [0.30145979, "0.30146"],
  ["Heat (1995)", "Heat (1995)"],
])("%o is shown as %s", (value, text) => expect(valueText(value)).toBe(text));
