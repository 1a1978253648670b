import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/** A user and an item, by index. */
type IndexedPair = Omit<IndexedRating, "rating">;

/**
 * The first features of `ratingFeatures`, written to be read: what the users most like a user gave to an item, what the user gave to the items most
 * like it, and both means. Leave the pair's own rating out of `ratings` to leave it out of them. See `kernels/ratings-of-similar.ts`.
 */
export function neighborFeatures(
  ratings: readonly IndexedRating[],
  { user, item }: IndexedPair,
  neighbors: number,
): number[] {
  const [ofItem, ofUser] = [
    ratings.filter((row) => row.item === item),
    ratings.filter((row) => row.user === user),
  ];
  const [itemMean, userMean] = [ofItem, ofUser].map((rows) => mean(rows.map(({ rating }) => rating)));
  const users = nearest(ofItem, (row) =>
    cosine(
      ratings,
      (each) => each.user,
      user,
      row.user,
      (each) => each.item,
    ),
  );
  const items = nearest(ofUser, (row) =>
    cosine(
      ratings,
      (each) => each.item,
      item,
      row.item,
      (each) => each.user,
    ),
  );
  return [
    ...filledUp(users, neighbors, itemMean!),
    ...filledUp(items, neighbors, userMean!),
    userMean!,
    itemMean!,
  ];
}

/** Ratings, the most alike first, without those that are not alike at all. */
function nearest(rows: readonly IndexedRating[], cosineOf: (row: IndexedRating) => number): number[] {
  const alike = rows
    .map((row) => ({ rating: row.rating, cosine: cosineOf(row) }))
    .filter((row) => row.cosine > 0);
  return alike.sort((a, b) => b.cosine - a.cosine).map(({ rating }) => rating);
}

function filledUp(ratings: readonly number[], count: number, filler: number): number[] {
  return Array.from({ length: count }, (_, k) => ratings[k] ?? filler);
}

/** The cosine of two rows of the table of ratings, a missing rating being 0. */
function cosine(
  ratings: readonly IndexedRating[],
  rowOf: (rating: IndexedRating) => number,
  x: number,
  y: number,
  columnOf: (rating: IndexedRating) => number,
): number {
  const laidOut = (row: number) =>
    new Map(ratings.filter((each) => rowOf(each) === row).map((each) => [columnOf(each), each.rating]));
  const [xs, ys] = [laidOut(x), laidOut(y)];
  const square = (row: ReadonlyMap<number, number>) =>
    [...row.values()].reduce((sum, value) => sum + value * value, 0);
  const dot = [...xs].reduce((sum, [column, value]) => sum + value * (ys.get(column) ?? 0), 0);
  return dot / Math.sqrt(square(xs) * square(ys));
}
