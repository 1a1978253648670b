import { expect, test } from "vitest";
import { matchRows } from "../../../src/datasets/own/match-own-ratings.js";
import type { OwnRatingRow } from "../../../src/datasets/own/own-rating-row.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { someLinks, someMovies } from "./hand-made.js";

const row = (line: number, title: string, year: number, more: Partial<OwnRatingRow> = {}): OwnRatingRow => ({
  line,
  title,
  year,
  rating: 4,
  ratingText: "4",
  imdbNumber: Number.NaN,
  otherKind: "",
  date: "",
  ...more,
});
const match = (...rows: OwnRatingRow[]) => matchRows(rows, { movies: someMovies, links: someLinks });

test("the number at IMDb comes first, then title and year", () => {
  const { ratings, unmatched } = match(
    row(2, "Matrix in another language", 1999, { imdbNumber: 133093, rating: 5 }),
    row(3, "Heat", 1995, { imdbNumber: 7, rating: 3.5 }),
  );
  expect(ratings).toEqual([
    { itemId: 1, rating: 5 },
    { itemId: 11, rating: 3.5 },
  ]);
  expect(unmatched).toEqual([]);
});

test("a series is left out, unless the data set has it", () => {
  const { ratings, unmatched } = match(
    row(2, "Heat", 1995, { otherKind: "TV series" }),
    row(3, "Black Mirror", 2011, { otherKind: "TV series", imdbNumber: 2085059 }),
  );
  expect(ratings).toEqual([{ itemId: 12, rating: 4 }]);
  expect(unmatched).toEqual([{ line: 2, title: "Heat (1995)", reason: "it is a TV series" }]);
});

test("of two ratings of a movie the newer one counts, and the other is listed", () => {
  const later = match(
    row(2, "Heat", 1995, { date: "2024-01-02", rating: 5 }),
    row(3, "Heat", 1996, { date: "2023-12-31", rating: 1 }),
  );
  expect(later.ratings).toEqual([{ itemId: 11, rating: 5 }]);
  expect(later.unmatched).toEqual([{ line: 3, title: "Heat (1996)", reason: "line 2 rates it, too" }]);
  const withoutDates = match(row(2, "Heat", 1995), row(3, "Heat", 1995, { rating: 1 }));
  expect(withoutDates.ratings).toEqual([{ itemId: 11, rating: 1 }]);
  expect(withoutDates.unmatched[0].line).toBe(2);
});

test("what is no rating, and a movie that nobody rated here, are listed in the order of the lines", () => {
  const ratings = Ratings.from([{ userId: 1, itemId: 11, rating: 3 }]);
  const rows = [
    row(2, "Sabrina", 1995),
    row(3, "Heat", 1995, { rating: Number.NaN, ratingText: "0" }),
    row(4, "Nowhere", Number.NaN, { rating: Number.NaN, ratingText: "" }),
  ];
  expect(matchRows(rows, { movies: someMovies, ratings }).unmatched).toEqual([
    { line: 2, title: "Sabrina (1995)", reason: "it is not among the rated movies here" },
    { line: 3, title: "Heat (1995)", reason: "0 is not a rating" },
    { line: 4, title: "Nowhere", reason: "it has no rating" },
  ]);
});
