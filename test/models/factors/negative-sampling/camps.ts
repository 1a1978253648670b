import { Ratings } from "../../../../src/ratings/ratings.js";

/** Even users rate even items, odd users odd ones; some are left out. */
export const camps = Ratings.from(
  Array.from({ length: 12 * 10 }, (_, k) => ({
    userId: k % 12,
    itemId: Math.floor(k / 12),
    rating: 1,
  })).filter(({ userId, itemId }) => (userId + itemId) % 2 === 0 && (userId + 3 * itemId) % 7 !== 0),
);
