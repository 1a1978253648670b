import { expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { FittedItemScores } from "../../../src/models/contract/fitted-item-scores.js";
import { smallRatings } from "./conformance.js";

const scores = Float64Array.of(3, Number.NaN, 5, 1, 4);
const fitted = new FittedItemScores(smallRatings, { kind: Popularity, settings: {}, inStars: false }, scores);
const idOf = (item: number) => smallRatings.items.idOf(item);

test("every user, also a new one, gets the same score of an item", () => {
  for (const userId of smallRatings.users.ids) expect(fitted.predict(userId, idOf(2))).toBe(5);
  expect(fitted.foldIn([]).predict(idOf(4))).toBe(4);
  expect(
    fitted
      .foldIn([])
      .recommend()
      .map(({ score }) => score),
  ).toEqual([5, 4, 3, 1]);
});

test("all of a score is the base", () => {
  expect(fitted.explain(10, idOf(3))).toEqual({ base: 1, contributions: [] });
});

test("it has the name of its kind, and saves a copy of the scores", () => {
  expect(fitted.name).toBe("Popularity");
  expect(fitted.kind()).toBe(Popularity);
  expect(fitted.state().scores).toEqual(scores);
  expect(fitted.state().scores).not.toBe(scores);
});
