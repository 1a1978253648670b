import { expect, test } from "vitest";
import { plainText, similarTexts } from "../../src/text/similar-texts.js";

test("similar texts come nearest first, and unlike ones not at all", () => {
  const names = ["minRatings", "damping", "count", "minCommon"];
  expect(similarTexts("minRating", names)[0]).toBe("minRatings");
  expect(similarTexts("xyz", names)).toEqual([]);
});

test("plain text has neither capitals nor accents", () => {
  expect(plainText("Á köldum KLAKA")).toBe("a koldum klaka");
});
