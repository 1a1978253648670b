import { Ratings } from "../../../src/ratings/ratings.js";

/** Users 0 to 5 rate x, users 6 to 9 rate y; all rate z, and user 6 alone w. */
export const tenUsers: Ratings = Ratings.from([
  ...[0, 1, 2, 3, 4, 5].map((userId) => ({ userId, itemId: "x", rating: 4 })),
  ...[6, 7, 8, 9].map((userId) => ({ userId, itemId: "y", rating: 2 })),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((userId) => ({ userId, itemId: "z", rating: 3 })),
  { userId: 6, itemId: "w", rating: 5 },
]);
