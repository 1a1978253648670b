import { expect, test } from "vitest";
import { itemsByTitle } from "../../../src/datasets/movies/items-by-title.js";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { datasetTest } from "../../dataset-test.js";

const movies = Movies.from([
  { itemId: 1, title: "Heat (1995)", genres: ["Crime"] },
  { itemId: 2, title: "Ice Storm, The (1997)", genres: ["Drama"] },
  { itemId: 3, title: "Ice Storm, The (1997)", genres: ["War"] },
  { itemId: 4, title: "Unrated (2000)", genres: [] },
]);
const ratings = Ratings.from(
  [
    { userId: "a", itemId: 2, rating: 5 },
    { userId: "a", itemId: 3, rating: 2 },
    { userId: "a", itemId: 1, rating: 1 },
    { userId: "b", itemId: 3, rating: 3 },
  ],
  { scale: { min: 1, max: 5 } },
);
const byTitle = itemsByTitle(ratings, movies);

test("itemsByTitle makes one item of two ids with one title; a user's two ratings become their mean", () => {
  expect(byTitle.ratings.items.ids).toEqual(["Ice Storm, The (1997)", "Heat (1995)"]);
  expect(byTitle.ratings.get("a", "Ice Storm, The (1997)")).toBe(3.5);
  expect(byTitle.ratings.get("b", "Ice Storm, The (1997)")).toBe(3);
  expect(byTitle.ratings.scale).toEqual({ min: 1, max: 5 });
});

test("its statistics are of the rows before they were merged", () => {
  expect(byTitle.statistics).toEqual([
    { itemId: "Ice Storm, The (1997)", count: 3, mean: 10 / 3 },
    { itemId: "Heat (1995)", count: 1, mean: 1 },
  ]);
});

test("its movies go by their titles, those without ratings too, with the genres of the first", () => {
  expect(byTitle.movies.ids).toEqual(["Heat (1995)", "Ice Storm, The (1997)", "Unrated (2000)"]);
  expect(byTitle.movies.title("Heat (1995)")).toBe("Heat (1995)");
  expect(byTitle.movies.genres("Ice Storm, The (1997)")).toEqual(["Drama"]);
  expect(byTitle.movies.find("The Ice Storm (1997)")).toBe("Ice Storm, The (1997)");
});

test("a rated item that is no movie is an error that names it", () => {
  const stray = ratings.concat([{ userId: "b", itemId: 9, rating: 3 }]);
  expect(() => itemsByTitle(stray, movies)).toThrow("there is no movie with the id 9");
});

/** TUTORIALS A1: eighteen titles of ML-100K have two ids. */
datasetTest("ml-100k", "ML-100K has 1,664 titles; of 338 with 100 rows one has fewer people", async () => {
  const { ratings, movies } = await loadDataset("ml-100k");
  const { ratings: merged, statistics } = itemsByTitle(ratings, movies);
  expect(merged.items.size).toBe(1664);
  expect(ratings.items.size - merged.items.size).toBe(18);
  const rows = statistics.filter(({ count }) => count >= 100).length;
  const people = merged.items.ids.filter((_, index) => merged.byItem.rowLength(index) >= 100).length;
  expect([rows, people]).toEqual([338, 337]);
});
