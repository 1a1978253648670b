import { expect, expectTypeOf, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { hasSimilarItems, type WithSimilarItems } from "../../../src/models/contract/has-similar-items.js";
import type { FittedModel } from "../../../src/models/contract/model.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { UserKnn } from "../../../src/models/neighbors/user-knn.js";
import { smallRatings } from "./conformance.js";

test("hasSimilarItems narrows a fitted model to one that knows similar items", () => {
  const fitted: FittedModel = new ItemKnn().fit(smallRatings);
  if (!hasSimilarItems(fitted)) throw new Error("ItemKnn knows similar items");
  expectTypeOf(fitted).toExtend<FittedModel & WithSimilarItems>();
  expect(fitted.similarItems("a", { count: 2 })).toHaveLength(2);
  expect(fitted.recommend(10)).toEqual(new ItemKnn().fit(smallRatings).recommend(10));
});

test("hasSimilarItems is false for models that do not", () => {
  for (const model of [new UserKnn(), new GlobalMean()]) {
    expect(hasSimilarItems(model.fit(smallRatings))).toBe(false);
  }
});
