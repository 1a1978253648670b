import fc from "fast-check";
import type { Split } from "../../src/evaluation/splits/split.js";
import type { Rating } from "../../src/ratings/rating.js";
import { Ratings } from "../../src/ratings/ratings.js";

/** 2 to 60 ratings of up to 8 users and 12 items, in any order, some at the same moment. */
export const madeUpRatings: fc.Arbitrary<Ratings> = fc
  .uniqueArray(
    fc.record({
      userId: fc.integer({ min: 1, max: 8 }),
      itemId: fc.integer({ min: 100, max: 111 }),
      rating: fc.integer({ min: 1, max: 5 }),
      timestamp: fc.integer({ min: 0, max: 20 }),
    }),
    { minLength: 2, maxLength: 60, selector: ({ userId, itemId }) => `${userId} ${itemId}` },
  )
  .map((rows) => Ratings.from(rows, { scale: { min: 1, max: 5 } }));

/** Ratings as plain rows `[userId, itemId, rating]`, or with a time of 1000, 1001 … seconds. */
export function ratingsOf(rows: readonly (readonly [number, number | string, number])[]): Ratings {
  const scale = { min: 1, max: 5 };
  return Ratings.from(
    rows.map(([userId, itemId, rating], row) => ({ userId, itemId, rating, timestamp: 1000 + row })),
    { scale },
  );
}

/** Whether all parts of a split together are the ratings, each row once, on the same scale. */
export function isPartition({ train, test, given }: Split, ratings: Ratings): boolean {
  const parts = [train, test, ...(given ? [given] : [])];
  const rows = parts.flatMap((part) => [...part].map(text));
  const isWhole = rows.sort().join("\n") === [...ratings].map(text).sort().join("\n");
  return (
    isWhole && parts.every(({ scale }) => scale.min === ratings.scale.min && scale.max === ratings.scale.max)
  );
}

/** Whether each part's rows follow each other as in the ratings. */
export function isInFileOrder({ train, test, given }: Split, ratings: Ratings): boolean {
  const order = new Map([...ratings].map((rating, row) => [text(rating), row]));
  const rowsOf = (part: Ratings) => [...part].map((rating) => order.get(text(rating))!);
  return [train, test, ...(given ? [given] : [])].every((part) =>
    rowsOf(part).every((row, place, all) => place === 0 || row > all[place - 1]!),
  );
}

/** A row as text. */
export function text(rating: Rating): string {
  return Object.values(rating).join(" ");
}
