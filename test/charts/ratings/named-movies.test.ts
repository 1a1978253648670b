import { expect, test } from "vitest";
import { namedMovies } from "../../../src/charts/ratings/named-movies.js";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { smallMovies, smallRatings } from "../small-ratings.js";

const options = { movies: smallMovies, title: "Some <movies>" };

test("each of the movies is at its number of ratings and its mean, with its name", () => {
  const { data, layout } = namedMovies(smallRatings, { ...options, itemIds: [1, 4] });
  expect(data[0]).toMatchObject({
    x: [3, 1],
    y: [4, 4],
    text: ["&#60;img src=x onerror=alert(1… (1995)", "Ronin (1998)"],
    customdata: ["&#60;img src=x onerror=alert(1)&#62; (1995)", "Ronin (1998)"],
  });
  expect(layout.title?.text).toContain("Some &#60;movies&#62;");
  expect(layout.xaxis?.type).toBe("log");
});

test("a movie without ratings is left out, and a title has its article in front", () => {
  const movies = Movies.from([
    { itemId: 2, title: "Matrix, The (1999)", genres: [] },
    { itemId: 9, title: "Nobody Saw It (2001)", genres: [] },
  ]);
  const { data, layout } = namedMovies(smallRatings, { ...options, movies, itemIds: [9, 2] });
  expect(data[0]).toMatchObject({ x: [2], text: ["The Matrix (1999)"] });
  expect(layout.title?.text).toContain("1 rated movie,");
  expect(() => namedMovies(smallRatings, { ...options, movies, itemIds: [9] })).toThrow(
    "none of the movies has a rating",
  );
});
