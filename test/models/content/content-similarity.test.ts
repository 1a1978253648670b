import { expect, test } from "vitest";
import { ContentSimilarity } from "../../../src/models/content/content-similarity.js";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { SideFeatures } from "../../../src/models/content/side-features.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Interactions } from "../../../src/ratings/interactions.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance } from "../contract/conformance.js";

const letters = SideFeatures.from([
  { id: "a", year: 1990, kind: "film", tags: ["sea", "war"] },
  { id: "b", year: 1991, kind: "series" },
  { id: "c", kind: "film", tags: ["war"] },
  { id: "f", year: 2020, tags: ["sea"] },
  { id: "g" },
]);

conformance(new ContentSimilarity().of({ items: letters }));
conformance(new ContentSimilarity({ aggregate: "sum" }).of({ items: letters }));

const shop = SideFeatures.from([
  { id: "pan", price: 20, brand: "Iron" },
  { id: "pot", price: 20, brand: "Iron" },
  { id: "wok", price: 20, brand: "Jade" },
  { id: "tin", brand: "Jade" },
  { id: "lid", price: 20 },
]);

test("each feature that both know has the same share in the similarity", () => {
  const bought = Ratings.from([{ userId: 1, itemId: "pan", rating: 4 }]);
  const similar = new ContentSimilarity().of({ items: shop }).fit(bought).similarItems("pan");
  expect(similar).toEqual([
    { itemId: "pot", similarity: expect.closeTo(1, 12), common: 2 },
    { itemId: "lid", similarity: expect.closeTo(1 / Math.SQRT2, 12), common: 1 },
    { itemId: "wok", similarity: expect.closeTo(1 / 2, 12), common: 1 },
  ]);
});

test("adds to the user's mean the deviations of ratings of similar items", () => {
  const ratings = Ratings.from([
    { userId: 1, itemId: "pan", rating: 5 },
    { userId: 1, itemId: "tin", rating: 2 },
  ]);
  const fitted = new ContentSimilarity({ damping: 1 }).of({ items: shop }).fit(ratings);
  // The wok: 1/2 like the pan, 1/√2 like the tin.
  const [toPan, toTin] = [1 / 2, 1 / Math.SQRT2];
  const expected = 3.5 + (toPan * 1.5 - toTin * 1.5) / (toPan + toTin + 1);
  expect(fitted.predict(1, "wok")).toBeCloseTo(expected, 12);
  expect(fitted.name).toBe("ContentSimilarity");
});

test("ranks for interactions with aggregate sum, and refuses them otherwise", () => {
  const views = Interactions.from([{ userId: 1, itemId: "pan" }]);
  const model = new ContentSimilarity({ aggregate: "sum" }).of({ items: shop });
  expect(model.fit(views).recommend(1, { count: 1 })[0]!.itemId).toBe("pot");
  expect(() => new ContentSimilarity().of({ items: shop }).fit(views)).toThrow("ContentSimilarity");
});

test("without features it says what it needs, and GenreContent too", () => {
  expect(() => new ContentSimilarity().fit()).toThrow(
    "ContentSimilarity has no features to compare; fit new ContentSimilarity().of({ items })",
  );
  expect(() => new GenreContent().fit()).toThrow(
    "GenreContent has no genres to compare; fit new GenreContent().of(movies)",
  );
  for (const items of [undefined, shop.groups, 5]) {
    expect(() => new ContentSimilarity().of(undefined as never)).toThrow(
      "ContentSimilarity: of was given no side data; give { items } as SideFeatures.from(rows)",
    );
    expect(() => new ContentSimilarity().of({ items } as unknown as { items: SideFeatures })).toThrow(
      /^ContentSimilarity: .*; give \{ items \} as SideFeatures.from\(rows\)$/,
    );
  }
  expect(() => new ContentSimilarity({ relevantFrom: 4 })).toThrow('set aggregate to "sum"');
});

test("with genres alone it is GenreContent, on ml-latest-small", async () => {
  const { movies, ratings } = await loadDataset("ml-latest-small");
  const some = ratings.withAtLeast({ perUser: 800 });
  const items = SideFeatures.from(
    [...movies].map(({ itemId, genres }) => ({ id: itemId, genres: [...genres] })),
  );
  const ours = new ContentSimilarity().of({ items }).fit(some);
  const theirs = new GenreContent().of(movies).fit(some);
  const pairs = some.users.ids.flatMap((userId) =>
    movies.ids.slice(0, 300).map((itemId) => ({ userId, itemId })),
  );
  const [a, b] = [ours.predictMany(pairs), theirs.predictMany(pairs)];
  for (const [k, score] of a.entries()) {
    if (Number.isNaN(b[k])) expect(score).toBeNaN();
    else expect(Math.abs(score - b[k]!)).toBeLessThan(1e-10);
  }
});
