import { Ratings } from "../../../src/ratings/ratings.js";

/** Four users and four items; the last item has one rating, the third only equal ones. */
const rows: [string, string, number][] = [
  ["a", "x", 5],
  ["a", "y", 4],
  ["a", "z", 3],
  ["a", "w", 2],
  ["b", "x", 4],
  ["b", "y", 4.5],
  ["b", "z", 3],
  ["c", "x", 1],
  ["c", "y", 2],
  ["c", "z", 3],
  ["d", "x", 3],
  ["d", "y", 1],
];
export const fourItems: Ratings = Ratings.from(
  rows.map(([userId, itemId, rating]) => ({ userId, itemId, rating })),
);
