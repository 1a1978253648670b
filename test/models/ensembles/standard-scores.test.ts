import { expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import {
  spreadOf,
  standardScore,
  unseenStandardScores,
} from "../../../src/models/ensembles/standard-scores.js";
import { smallRatings } from "../contract/conformance.js";

test("scores are measured in standard deviations above the mean of those not seen", () => {
  const spread = spreadOf(Float64Array.of(100, 1, 5, Number.NaN), Int32Array.of(0));
  expect(spread).toEqual({ mean: 3, deviation: 2, lowest: -1 });
  expect([100, 5, 3].map((score) => standardScore(score, spread))).toEqual([48.5, 1, 0]);
});

test("a missing score counts as the lowest", () => {
  expect(standardScore(Number.NaN, spreadOf(Float64Array.of(1, 5), new Int32Array(0)))).toBe(-1);
});

test("equal scores, and no scores at all, have standard score 0", () => {
  const equal = spreadOf(Float64Array.of(2, 2, 9), Int32Array.of(2));
  expect([2, 9, Number.NaN].map((score) => standardScore(score, equal))).toEqual([0, 0, 0]);
  const none = spreadOf(Float64Array.of(7, Number.NaN), Int32Array.of(0));
  expect([7, Number.NaN].map((score) => standardScore(score, none))).toEqual([0, 0]);
});

test("items that the user has rated have no standard score", () => {
  // User 10 has rated a and b; e, c, d have 1, 3 and 2 ratings.
  const scores = unseenStandardScores(new Popularity().fit(smallRatings), smallRatings.users.indexOf(10));
  const of = (itemId: string) => scores[smallRatings.items.indexOf(itemId)];
  expect([of("a"), of("b")]).toEqual([Number.NaN, Number.NaN]);
  expect(of("d")).toBe(0);
  expect(of("c")).toBeCloseTo(Math.sqrt(1.5), 6);
  expect(of("e")).toBeCloseTo(-Math.sqrt(1.5), 6);
});
