import { expect, test } from "vitest";
import { ratingHistogram } from "../../../src/charts/ratings/rating-histogram.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../small-ratings.js";

test("ratingHistogram has a bar for each rating, with its share", () => {
  const { data, layout } = ratingHistogram(smallRatings);
  expect(data[0]).toMatchObject({ x: [1, 3, 4, 5], y: [1, 3, 2, 1], text: ["14 %", "43 %", "29 %", "14 %"] });
  expect(layout.title?.text).toContain("7 ratings by 3 users; mean 3.29");
});

test("ratingHistogram puts many different values into 40 bins that lose none", () => {
  const rows = Array.from({ length: 1001 }, (_, user) => ({
    userId: user,
    itemId: 1,
    rating: user / 100 - 5,
  }));
  const { data } = ratingHistogram(Ratings.from(rows));
  const { x, y } = data[0] as { x: number[]; y: number[] };
  expect(x).toHaveLength(40);
  expect(x[0]).toBeCloseTo(-4.875, 10);
  expect(y.reduce((sum, count) => sum + count, 0)).toBe(1001);
});
