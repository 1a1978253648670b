import { expect, test } from "vitest";
import { selfInformation } from "../../../src/evaluation/metrics/self-information.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { ratingsOf } from "../made-up-ratings.js";

test("selfInformation is a bit for each halving of the raters, and takes no rater as one", () => {
  const ratings = ratingsOf([
    ...[1, 2, 3, 4].map((user) => [user, "all", 3] as const),
    [1, "half", 3],
    [2, "half", 1],
    [3, "one", 5],
  ]);
  expect([...selfInformation(ratings)]).toEqual([0, 1, 2]);
  expect([...selfInformation(ratings, IdIndex.from([...ratings.items.ids, "new"]))]).toEqual([0, 1, 2, 2]);
});
