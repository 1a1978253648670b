import { expect, test } from "vitest";
import { ratingsPerItem } from "../../../src/charts/ratings/ratings-per-item.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../small-ratings.js";

test("ratingsPerItem ranks movies by their number of ratings, on logarithmic axes", () => {
  const { data, layout } = ratingsPerItem(smallRatings);
  expect(data[0]).toMatchObject({ x: [1, 2, 3, 4], y: [3, 2, 1, 1] });
  expect(layout.xaxis?.type).toBe("log");
  expect(layout.yaxis?.type).toBe("log");
});

test("ratingsPerItem marks the movies that have half of all ratings", () => {
  const { layout } = ratingsPerItem(smallRatings);
  expect(layout.annotations?.[0]?.text).toBe("half of all ratings:<br>2 movies (50 %)"); // 3 + 2 of 7
  expect(layout.shapes?.[0]).toMatchObject({ x0: 2, x1: 2 });
});

test("ratingsPerItem keeps the first and the last rank of a long list", () => {
  const rows = Array.from({ length: 20_000 }, (_, item) => ({ userId: 1, itemId: item, rating: 3 }));
  const { x } = ratingsPerItem(Ratings.from(rows)).data[0] as { x: number[] };
  expect([x[0], x.at(-1)]).toEqual([1, 20_000]);
  expect(x.length).toBeLessThan(400);
});
