import { expect, test } from "vitest";
import { significantDigits } from "../../../src/notebook/judging/significant-digits.js";

test.each([
  [0.0566, 3],
  [1200, 2],
  [-1.25e-7, 3],
  [0, 1],
  [100836, 6],
])("%d is written with %d digits", (value, digits) => expect(significantDigits(value)).toBe(digits));
