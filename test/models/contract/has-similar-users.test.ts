import { expect, expectTypeOf, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { hasSimilarUsers, type WithSimilarUsers } from "../../../src/models/contract/has-similar-users.js";
import type { FittedModel } from "../../../src/models/contract/model.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { smallRatings } from "./conformance.js";

test("hasSimilarUsers narrows a fitted model to one that knows similar users", () => {
  const fitted: FittedModel = new UserKnn().fit(smallRatings);
  if (!hasSimilarUsers(fitted)) throw new Error("UserKnn knows similar users");
  expectTypeOf(fitted).toExtend<FittedModel & WithSimilarUsers>();
  expect(fitted.similarUsers(10, { count: 2 })).toHaveLength(2);
  expect(fitted.recommend(10)).toEqual(new UserKnn().fit(smallRatings).recommend(10));
});

test("hasSimilarUsers is false for models that do not", () => {
  for (const model of [new ItemKnn(), new GlobalMean()]) {
    expect(hasSimilarUsers(model.fit(smallRatings))).toBe(false);
  }
});
