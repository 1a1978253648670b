import { describe, expect, test } from "vitest";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ContentSimilarity } from "../../../src/models/content/content-similarity.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { itemsOfAll, overItems } from "../../../src/models/ensembles/over-items.js";
import { RankBlend } from "../../../src/models/ensembles/rank-blend.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import type { Id } from "../../../src/ratings/id-index.js";
import { conformance, smallRatings } from "../contract/conformance.js";

const kinds: Record<string, string> = { a: "red", b: "red", c: "blue", d: "blue", e: "blue" };
/** Content of the rated items, and of others without ratings, in this order. */
function contentOf(...more: readonly (readonly [Id, string])[]) {
  const rows = [...Object.entries(kinds), ...more].map(([id, kind]) => ({ id, kind, also: "x" }));
  return new ContentSimilarity({ aggregate: "sum" }).of({ items: SideFeatures.from(rows) });
}
const first = contentOf(["new", "red"], ["newer", "blue"]);
const second = contentOf(["newer", "blue"], ["newest", "red"]);

conformance(new RankBlend([new Ease({ regularization: 5 }), first], { weights: [1, 0.5] }));
conformance(new RankBlend([first, second], { weights: [1, 0.5] }));
conformance(new Fallback([new Ease({ regularization: 5 }), second, first]));

const fitted = [new Ease({ regularization: 5 }), first, second].map((model) => model.fit(smallRatings));
const all = ["a", "b", "c", "d", "e", "new", "newer", "newest"];

test("all items are those of the ratings, then those of each model", () => {
  const items = itemsOfAll(smallRatings, fitted);
  expect([...items.ids].sort()).toEqual(all);
  expect(items.ids.slice(0, 5)).toEqual(smallRatings.items.ids);
  expect(items.ids.slice(5)).toEqual(["new", "newer", "newest"]);
  expect(itemsOfAll(smallRatings, [fitted[0]!])).toBe(smallRatings.items);
  expect(overItems(smallRatings.items, [fitted[0]!])[0]).toBe(fitted[0]);
});

describe.each([0, 1, 2])("model %i over all items", (place) => {
  const model = fitted[place]!;
  const [over] = overItems(itemsOfAll(smallRatings, fitted), fitted.slice(place, place + 1));
  const users = smallRatings.users.ids;

  test("scores its own items as it does, and has no score for others", () => {
    for (const userId of users)
      for (const itemId of all) {
        expect(over!.predict(userId, itemId)).toBe(model.predict(userId, itemId));
      }
    const pairs = users.flatMap((userId) => ["newest", "a", "?"].map((itemId) => ({ userId, itemId })));
    expect(over!.predictMany(pairs)).toEqual(model.predictMany(pairs));
    expect(
      over!
        .recommend(10, { count: 9 })
        .map(({ itemId }) => itemId)
        .sort(),
    ).toEqual(
      model
        .recommend(10, { count: 9 })
        .map(({ itemId }) => itemId)
        .sort(),
    );
    expect([over!.name, over!.inStars]).toEqual([model.name, model.inStars]);
  });

  test("explains its own items as it does, and folds in what it knows", () => {
    for (const itemId of all.filter((id) => model.items.has(id))) {
      expect(over!.explain(10, itemId)).toEqual(model.explain(10, itemId));
    }
    const own = ["newest", "a", "new"].map((itemId) => ({ itemId, rating: 4 }));
    const known = model.foldIn(own, { onUnknownItem: "skip" });
    for (const itemId of all) expect(over!.foldIn(own).predict(itemId)).toEqual(known.predict(itemId));
    expect(over!.partialScore(0, -1)).toEqual(model.partialScore(0, -1));
  });
});

describe("an item that nobody has rated", () => {
  const blend = new RankBlend([new Ease({ regularization: 5 }), first], { weights: [1, 1] }).fit(
    smallRatings,
  );

  test("has a score in a blend if one of its models has one, and can be recommended", () => {
    expect(blend.predict(10, "new")).not.toBeNaN();
    // User 10 has rated a and b, which are as red.
    expect(blend.predict(10, "new")).toBeGreaterThan(blend.predict(10, "newer"));
    const cold = blend.recommend(10, { candidates: ["new", "newer"] }).map(({ itemId }) => itemId);
    expect(cold).toEqual(["new", "newer"]);
    const { base, contributions } = blend.explain(10, "new");
    const sum = contributions.reduce((total, { share }) => total + share, base);
    expect(sum).toBeCloseTo(blend.predict(10, "new"), 12);
    expect(modelFromBuffer(modelToBuffer(blend)).predict(10, "new")).toBe(blend.predict(10, "new"));
  });

  test("has the score of the first model of a fallback that knows it, in all lists", async () => {
    const fallback = new Fallback([new Popularity(), second, first]).fit(smallRatings);
    expect(fallback.predict(10, "newest")).toBe(second.fit(smallRatings).predict(10, "newest"));
    expect(fallback.predict(10, "new")).toBe(first.fit(smallRatings).predict(10, "new"));
    const lists = await fallback.recommendAll({ count: 9 });
    for (const userId of smallRatings.users.ids) {
      expect(lists.ofUser(userId)).toEqual(fallback.recommend(userId, { count: 9 }));
    }
  });
});
