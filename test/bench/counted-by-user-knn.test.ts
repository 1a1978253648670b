import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { modelOf } from "../../bench/lib/models.mjs";

/** By cosine the nearest user of 1 is 2, and of 2 and 3 it is 1 and 2. */
const rated = { 1: [10, 11, 12], 2: [10, 11, 12, 13], 3: [10, 13, 14] };
const ratings = Ratings.from(
  Object.entries(rated).flatMap(([user, items]) =>
    items.map((itemId) => ({ userId: Number(user), itemId, rating: 1 })),
  ),
);
const settings = { similarity: "cosine", keep: 1, neighbors: 5, aggregate: "sum" };
const cosine = (common: number, one: number, other: number) => common / Math.sqrt(one * other);

test("the neighbours of a user are those who have this user among their nearest", () => {
  const fitted = modelOf("CountedByUserKnn", settings).fit(ratings);
  const scores = new Float64Array(5);
  const at = (itemId: number) => scores[ratings.items.indexOf(itemId)];

  fitted.scoreItems(ratings.users.indexOf(2), scores);
  // Users 1 and 3 both have user 2 as their nearest.
  expect(at(10)).toBeCloseTo(cosine(3, 3, 4) + cosine(2, 3, 4), 14);
  expect(at(14)).toBeCloseTo(cosine(2, 3, 4), 14);

  fitted.scoreItems(ratings.users.indexOf(3), scores);
  expect([...scores]).toEqual([0, 0, 0, 0, 0]);
  const own = modelOf("UserKnn", settings).fit(ratings);
  expect(own.scoreItem(ratings.users.indexOf(3), ratings.items.indexOf(12))).toBeGreaterThan(0);
});

test("tf-idf and bm25 are weightings of the cosine", () => {
  for (const similarity of ["tf-idf", "bm25"]) {
    const { settings: own } = modelOf("CountedByUserKnn", { ...settings, similarity });
    expect(own).toEqual({ ...settings, similarity: "cosine", weighting: similarity });
  }
});
