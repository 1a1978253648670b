import { expect, test } from "vitest";
import { correlationsWith } from "../../../src/models/neighbors/correlations-with.js";
import { countSimilarities } from "../../../src/models/neighbors/count-similarities.js";
import { SIMILARITIES } from "../../../src/models/neighbors/knn-settings.js";
import { fourItems as ratings } from "./four-items.js";

test.each(SIMILARITIES)("the count of %s equals that of correlationsWith for every item", (similarity) => {
  for (const minCommon of [1, 2, 3, 4, 5]) {
    const { withThemselves, pairs } = countSimilarities(ratings, { similarity, minCommon });
    const all = ratings.items.ids.flatMap((itemId) =>
      correlationsWith(ratings, itemId, { similarity, minCommon }).map((other) => other.itemId === itemId),
    );
    expect([withThemselves, 2 * pairs]).toEqual([
      all.filter((isSelf) => isSelf).length,
      all.filter((isSelf) => !isSelf).length,
    ]);
  }
});

test("by hand: of three items with two ratings or more, one is constant", () => {
  expect(countSimilarities(ratings, { minCommon: 2 })).toEqual({ withThemselves: 2, pairs: 1 });
  expect(countSimilarities(ratings, { similarity: "cosine-common", minCommon: 2 })).toEqual({
    withThemselves: 3,
    pairs: 3,
  });
});
