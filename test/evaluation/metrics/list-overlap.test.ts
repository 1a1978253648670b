import { describe, expect, test } from "vitest";
import { listOverlap } from "../../../src/evaluation/metrics/list-overlap.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { Ratings } from "../../../src/ratings/ratings.js";

/** By votes x, y, z; by mean z, y, x. Ann has rated x, Ben all, Cora x and y. */
const ratings = Ratings.from([
  { userId: "ann", itemId: "x", rating: 1 },
  { userId: "ben", itemId: "x", rating: 2 },
  { userId: "ben", itemId: "y", rating: 3 },
  { userId: "ben", itemId: "z", rating: 5 },
  { userId: "cora", itemId: "x", rating: 1 },
  { userId: "cora", itemId: "y", rating: 4 },
]);
const byVotes = new Popularity().fit(ratings);
const byMean = new MeanRating({ damping: 0 }).fit(ratings);

describe("listOverlap", () => {
  test("counts what both recommend, at any place", () => {
    expect(listOverlap(byVotes, byMean, { count: 2 })).toBe(1);
    // Ann gets y by votes and z by mean, Cora z by both; Ben, who has rated all, does not count.
    expect(listOverlap(byVotes, byMean, { count: 1 })).toBe(0.5);
    expect(listOverlap(byVotes, byVotes)).toBe(1);
  });

  test("only users whom both know count", () => {
    const withoutCora = new MeanRating({ damping: 0 }).fit(ratings.filter(({ userId }) => userId !== "cora"));
    expect(listOverlap(byVotes, withoutCora, { count: 1 })).toBe(0);
  });

  test("is NaN if no user has a recommendation", () => {
    const silent = new UserKnn({ minCommon: 100 }).fit(ratings);
    expect(listOverlap(silent, byVotes)).toBeNaN();
    expect(listOverlap(byVotes, silent)).toBe(0);
  });

  test("a list without places is refused", () => {
    expect(() => listOverlap(byVotes, byMean, { count: 0 })).toThrow("count: 0");
  });
});
