import { expect, test } from "vitest";
import { genreHeatMap } from "../../../src/charts/ratings/genre-heat-map.js";
import { Movies } from "../../../src/datasets/movies/movies.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallMovies, smallRatings } from "../small-ratings.js";

test("genreHeatMap shows the shares of each rating, best mean first, with mean and number", () => {
  const { data, layout } = genreHeatMap(smallRatings, smallMovies);
  expect(data[0]).toMatchObject({
    x: ["1", "3", "4", "5"],
    z: [
      [0, 0.3333, 0.3333, 0.3333], // Noir: 5, 4 and 3
      [0, 0, 1, 0], // Action: one 4
      [0, 0.5, 0.3333, 0.1667], // Drama: 5, 4, 3, 3, 3, 4
    ],
  });
  expect(layout.yaxis?.ticktext).toEqual(["&#60;b&#62;Noir&#60;/b&#62;", "Action", "Drama"]);
  expect((layout as any).yaxis2.ticktext).toEqual(["4.00 · 3", "4.00 · 1", "3.67 · 6"]);
  expect(layout.title?.text).toContain("1 rating without a genre left out");
});

test("genreHeatMap cuts a fine scale into ten parts, whose ends belong to it", () => {
  const rows = Array.from({ length: 21 }, (_, step) => ({ userId: step, itemId: 2, rating: step / 2 }));
  const { data } = genreHeatMap(Ratings.from(rows), smallMovies);
  const { x, z } = data[0] as unknown as { x: string[]; z: number[][] };
  expect([x[0], x[9]]).toEqual(["0 to 1", "9 to 10"]);
  expect(z[0]).toEqual([...Array(9).fill(0.0952), 0.1429]); // two of 21 each, three in the last
});

test("genreHeatMap refuses movies without genres", () => {
  const movies = Movies.from([{ itemId: 2, title: "Heat (1995)", genres: [] }]);
  expect(() => genreHeatMap(smallRatings, movies)).toThrow("no ratings of a movie with a genre");
});
