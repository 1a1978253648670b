import { expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new Popularity());

test("what has most ratings comes first, however bad they are", () => {
  const fitted = new Popularity().fit(smallRatings);
  expect(fitted.recommend(10, { excludeSeen: false })).toEqual([
    { itemId: "a", score: 4 },
    { itemId: "b", score: 3 },
    { itemId: "c", score: 3 },
    { itemId: "d", score: 2 },
    { itemId: "e", score: 1 },
  ]);
  expect(fitted.inStars).toBe(false);
});
