import { expect, test } from "vitest";
import { popularityPropensity } from "../../../src/evaluation/metrics/popularity-propensity.js";
import { smallRatings } from "../../models/contract/conformance.js";

test("is a power of the share of the most popular item's ratings, by hand", () => {
  // Ratings of a: 4, of b and c: 3, of d: 2, of e: 1.
  const propensity = popularityPropensity(smallRatings, { gamma: 2 });
  expect(propensity("a")).toBe(1);
  expect(propensity("b")).toBeCloseTo((3 / 4) ** 1.5, 15);
  expect(propensity("e")).toBe(1 / 8);
  expect(propensity("unheard of")).toBe(1 / 8);
  expect(popularityPropensity(smallRatings, { gamma: -1 })("e")).toBe(1);
  expect(
    popularityPropensity(
      smallRatings.filter(() => false),
      { gamma: 2 },
    )("e"),
  ).toBe(1);
});

test("refuses a gamma that makes popular items rarer", () => {
  expect(() => popularityPropensity(smallRatings, { gamma: -2 })).toThrow(
    "gamma: -2 is not a number of at least -1",
  );
  expect(() => popularityPropensity(smallRatings, { gamma: Number.NaN })).toThrow("gamma: NaN");
});
