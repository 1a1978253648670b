import { Ratings } from "../../src/ratings/ratings.js";

/** Users a, b, c and items x, y, z. Rows: a rates x 5 and y 3; b rates y 4 and x 1; c rates z 2. */
export const smallRatings: Ratings = Ratings.from([
  { userId: "a", itemId: "x", rating: 5 },
  { userId: "a", itemId: "y", rating: 3 },
  { userId: "b", itemId: "y", rating: 4 },
  { userId: "b", itemId: "x", rating: 1 },
  { userId: "c", itemId: "z", rating: 2 },
]);
