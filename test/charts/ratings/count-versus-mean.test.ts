import { expect, test } from "vitest";
import { countVersusMean } from "../../../src/charts/ratings/count-versus-mean.js";
import { smallMovies, smallRatings } from "../small-ratings.js";

test("countVersusMean puts each movie at its number of ratings and its mean", () => {
  const { data } = countVersusMean(smallRatings, { movies: smallMovies });
  expect(data[0]).toMatchObject({ x: [3, 2, 1, 1], y: [4, 3, 1, 4] });
  expect((data[0] as { text: string[] }).text.slice(1)).toEqual([
    "Heat (1995)",
    "Casino (1995)",
    "Ronin (1998)",
  ]);
});

test("countVersusMean draws movies at one place as one dot and names them", () => {
  const alike = smallRatings
    .filter(({ itemId }) => itemId !== 1)
    .concat([{ userId: "d", itemId: 5, rating: 4, timestamp: 0 }]);
  const { data } = countVersusMean(alike, { movies: smallMovies });
  expect((data[0] as { text: string[] }).text).toContain("Ronin (1998)<br>item 5");
});

test("countVersusMean works without titles", () => {
  expect((countVersusMean(smallRatings).data[0] as { text: string[] }).text[0]).toBe("item 1");
});
