import { expect, test } from "vitest";
import { coClusterRound, coClusterScorer } from "../../src/reference/co-clusters.js";

/** Users 0 and 1 like item 0 and not item 1; user 2 the other way round. */
const ratings = [
  { user: 0, item: 0, rating: 5 },
  { user: 0, item: 1, rating: 1 },
  { user: 1, item: 0, rating: 4 },
  { user: 2, item: 0, rating: 1 },
  { user: 2, item: 1, rating: 5 },
];

test("by hand: the mean of both clusters, corrected by user and item", () => {
  const clusters = { users: [0, 0, 1], items: [0, 1] };
  const score = coClusterScorer(ratings, clusters);
  // A[0, 1] = 1; user 1: 4 − 10 / 3; item 1 is alone in its cluster: 3 − 3.
  expect(score({ user: 1, item: 1 }, clusters)).toBeCloseTo(1 + (4 - 10 / 3), 12);
});

test("the mean of all ratings replaces the mean of a pair of clusters without ratings", () => {
  const clusters = { users: [0, 0, 1], items: [0, 1] };
  const score = coClusterScorer(ratings.slice(0, 4), clusters);
  // User 2 and item 1 are alone in their clusters.
  expect(score({ user: 2, item: 1 }, clusters)).toBeCloseTo(11 / 4, 12);
});

test("a round moves a user to the cluster of like users, and keeps the others", () => {
  const more = [...ratings, { user: 3, item: 0, rating: 1 }, { user: 3, item: 1, rating: 4 }];
  const start = { users: [0, 0, 1, 0], items: [0, 1] };
  const round = coClusterRound(more, start, { userClusters: 2, itemClusters: 2 });
  expect(round).toEqual({ users: [0, 0, 1, 1], items: [0, 1] });
});
