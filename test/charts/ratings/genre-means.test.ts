import { expect, test } from "vitest";
import { genreMeans } from "../../../src/charts/ratings/genre-means.js";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallMovies, smallRatings } from "../small-ratings.js";

test("a genre is at its mean, best first, with a bar over the middle half of its ratings", () => {
  const { data, layout } = genreMeans(smallRatings, smallMovies);
  // Drama: 5, 4, 3 (movie 1), 3, 3 (movie 2), 4 (movie 4); Noir: 5, 4, 3; Action: 4.
  expect(layout.yaxis?.ticktext).toEqual(["&#60;b&#62;Noir&#60;/b&#62; (3)", "Action (1)", "Drama (6)"]);
  const [bars, dots] = data as unknown as { x: (number | null)[]; y: (number | null)[] }[];
  expect(dots.x).toEqual([4, 4, 3.667]);
  expect(bars.x).toEqual([3.5, 4.5, null, 4, 4, null, 3, 4, null]);
  expect(bars.y.slice(6)).toEqual([2, 2, null]);
});

test("the axis is the whole scale, so that distances between genres are seen as they are", () => {
  const [low, high] = genreMeans(smallRatings, smallMovies).layout.xaxis!.range as [number, number];
  expect(low).toBeLessThan(1);
  expect(high).toBeGreaterThan(5);
});

test("no ratings, and no genres, are errors", () => {
  expect(() => genreMeans(Ratings.from([]), smallMovies)).toThrow("genreMeans has no ratings");
  expect(() => genreMeans(smallRatings, Movies.from([]))).toThrow(/no ratings of a movie with a genre/);
});
