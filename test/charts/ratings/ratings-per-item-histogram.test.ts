import { expect, test } from "vitest";
import { ratingsPerItemHistogram } from "../../../src/charts/ratings/ratings-per-item-histogram.js";
import { smallRatings } from "../small-ratings.js";

test("ratingsPerItemHistogram counts movies in bins that double", () => {
  const { data, layout } = ratingsPerItemHistogram(smallRatings);
  const counts = smallRatings.items.ids.map((itemId) => smallRatings.ofItem(itemId).length);
  const sizes = (data[0] as { y: number[] }).y;
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(counts.length);
  expect(sizes[0]).toBe(counts.filter((count) => count === 1).length);
  expect(layout.title?.text).toContain(`${counts.length} movies: at least ${Math.min(...counts)}`);
});
