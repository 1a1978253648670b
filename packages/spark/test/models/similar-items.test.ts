import { expect, test } from "vitest";
import {
  type SimilarItemsBatch,
  type SimilarItemsOptions,
  similarItems,
} from "../../src/models/similar-items.js";
import { fakeRatings } from "../fake-ratings.js";
import { fakeRows } from "../fake-rows.js";

test("batches are columns", async () => {
  const row = fakeRows({ itemId: [50], place: [1], otherId: [51], similarity: [0.5], common: [2n] });
  const { source } = await fakeRatings(() => [row]);
  const batches: SimilarItemsBatch[] = [];
  for await (const each of similarItems(source)) batches.push(each);
  const [batch, ...others] = batches;
  expect(others).toEqual([]);
  expect(batch).toEqual({
    itemIds: Int32Array.of(50),
    places: Int32Array.of(1),
    otherIds: Int32Array.of(51),
    similarities: Float64Array.of(0.5),
    common: Float64Array.of(2),
  });
});

test.each([
  [
    { similarity: "euclid" },
    'similarity: "euclid" is unknown; take one of cosine, cosine-common, pearson, jaccard',
  ],
  [{ minCommon: 0 }, "minCommon: 0"],
  [{ keep: 0.5 }, "keep: 0.5"],
])("%j is an error", async (options, message) => {
  const { source } = await fakeRatings();
  await expect(similarItems(source, options as SimilarItemsOptions).next()).rejects.toThrow(message);
});
