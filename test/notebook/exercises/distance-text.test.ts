import { expect, test } from "vitest";
import { distanceText } from "../../../src/notebook/exercises/distance-text.js";

test.each([
  [329, 329, "exactly right"],
  [320, 329, "very close"],
  [340, 329, "very close"],
  [100, 329, "too low by a factor of 3.3"],
  [1000, 329, "too high by a factor of 3"],
  [250, 329, "24 % too low"],
  [450, 329, "37 % too high"],
  [1, 100836, "too low by a factor of 100,836"],
  [30, 0.3015, "as a percentage very close"],
  [60, 0.25, "as a percentage too high by a factor of 2.4"],
  [-1, 2, "off by 3"],
  [0, 0.0566, "off by 0.057"],
  ["heat", "Heat (1995)", "exactly right"],
  ["Fargo (1996)", "Heat (1995)", "it is another one"],
  [5, "Heat (1995)", "it is another one"],
  ["many", 329, "that is a text; a number can be compared"],
])("a guess of %o for %o is %s", (guess, actual, text) => expect(distanceText(guess, actual)).toBe(text));
