import { expect, test } from "vitest";
import { ownRatingsFromList } from "../../../src/datasets/own/own-ratings-from-list.js";
import { someMovies } from "./hand-made.js";

test("titles of a list are found with and without their year, and what is not found is listed", () => {
  const mine = ownRatingsFromList(
    [
      { title: "The Matrix (1999)", rating: 5 },
      { title: "Heat", rating: 0.5 },
      { title: "Sabrina", rating: 3 },
      { title: "Heat (1995)", rating: 6 },
    ],
    { movies: someMovies },
  );
  expect(mine.ratings).toEqual([
    { itemId: 1, rating: 5 },
    { itemId: 11, rating: 0.5 },
  ]);
  expect(mine.unmatched.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '3: it can be "Sabrina (1954)" or "Sabrina (1995)"; add the year',
    "4: 6 is not a rating",
  ]);
  expect(mine.summary).toBe("2 of 4 ratings matched");
});
