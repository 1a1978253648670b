import { expect, test } from "vitest";
import { genreCounts } from "../../../src/charts/ratings/genre-counts.js";
import { smallMovies } from "../small-ratings.js";

test("genreCounts counts a movie in each of its genres, most first", () => {
  const { data, layout } = genreCounts(smallMovies);
  expect(data[0]).toMatchObject({ x: [3, 1, 1], y: ["Drama", "&#60;b&#62;Noir&#60;/b&#62;", "Action"] });
  expect(layout.title?.text).toContain("4 movies; one with several genres counts in each; 1 without a genre");
});
