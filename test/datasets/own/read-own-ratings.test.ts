import { expect, test } from "vitest";
import { readOwnRatings } from "../../../src/datasets/own/read-own-ratings.js";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { someLinks, someMovies } from "./hand-made.js";

test("an export of IMDb is matched by number, then by title, and its scale is told", async () => {
  const text =
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,Year\n" +
    "tt0133093,9,2024-01-01,Matrix,Matrix,u,Movie,1998\n" +
    "tt0000001,7,2024-01-01,Heat,Heat,u,Movie,1995\n" +
    "tt0000002,8,2024-01-01,Nowhere,Nowhere,u,Movie,2020\n";
  const mine = await readOwnRatings(textSource("imdb.csv", text), { movies: someMovies, links: someLinks });
  expect(mine.ratings).toEqual([
    { itemId: 1, rating: 4.5 },
    { itemId: 11, rating: 3.5 },
  ]);
  expect(mine.unmatched).toEqual([{ line: 4, title: "Nowhere (2020)", reason: "no movie has this title" }]);
  expect(mine.summary).toBe(
    "imdb.csv is an export of IMDb: 2 of 3 ratings matched; ratings from 1 to 10 were halved: 0.5 to 5 stars",
  );
});

test("an export of Letterboxd keeps its stars", async () => {
  const text = "Date,Name,Year,Letterboxd URI,Rating\n2024-05-01,Heat,1995,u,0.5\n";
  const mine = await readOwnRatings(textSource("ratings.csv", text), { movies: someMovies });
  expect(mine.ratings).toEqual([{ itemId: 11, rating: 0.5 }]);
  expect(mine.summary).toBe("ratings.csv is an export of Letterboxd: 1 of 1 rating matched");
});
