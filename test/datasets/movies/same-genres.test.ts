import { expect, test } from "vitest";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { sameGenres } from "../../../src/datasets/movies/same-genres.js";

const movies = Movies.from(
  [["War", "Drama"], ["Drama", "War"], ["War"], [], ["Drama", "War"], [], ["War", "Drama", "Crime"]].map(
    (genres, itemId) => ({ itemId, title: `Film ${itemId}`, genres }),
  ),
);

test("sameGenres finds the other movies with the same set, whatever its order", () => {
  expect(sameGenres(movies, 0)).toEqual([1, 4]);
  expect(sameGenres(movies, 4)).toEqual([0, 1]);
  expect(sameGenres(movies, 2)).toEqual([]);
});

test("sameGenres takes unlisted genres for unknown, not for the same", () => {
  expect(sameGenres(movies, 3)).toEqual([]);
});

test("sameGenres refuses an unknown movie", () => {
  expect(() => sameGenres(movies, 9)).toThrow("there is no movie with the id 9");
});
