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

test("countVersusMean marks lists with rings, each larger than the one before", () => {
  const marked = [
    { name: "best <b>", itemIds: [1] },
    { name: "most", itemIds: [1, 2] },
  ];
  const { data, layout } = countVersusMean(smallRatings, { movies: smallMovies, marked: marked });
  expect(data.slice(1)).toMatchObject([
    { x: [3], y: [4], marker: { symbol: "circle-open", size: 9, color: "#0072B2" } },
    { x: [3, 2], y: [4, 3], marker: { symbol: "circle-open", size: 13, color: "#D55E00" } },
  ]);
  expect(layout.title?.text).toContain(">best &#60;b&#62;</span>, <span");
  expect(JSON.stringify(data[0])).not.toContain("colorbar");
});

test.each([
  [[{ name: "new", itemIds: [9] }], 'marks the movie 9 of "new", which has no rating; leave it out'],
  [Array(5).fill({ name: "best", itemIds: [] }), "marks 5 lists; give it at most 4"],
])("countVersusMean rejects %j", (marked, message) => {
  expect(() => countVersusMean(smallRatings, { marked: marked })).toThrow(message);
});
