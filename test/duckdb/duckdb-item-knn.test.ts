// @module-tag slow
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { DuckdbItemKnn } from "../../src/duckdb/duckdb-item-knn.js";
import { ItemKnn, type ItemKnnSettings } from "../../src/models/neighbors/item-knn.js";
import { loadRatings } from "../../src/node/tables/load-ratings.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";
import { describeWithDuckdb, expectEqualNumbers, opened, sharedStore } from "./with-duckdb.js";

const FILE = join(root, "data/ml-latest-small/ratings.csv");
const simulated = simulateRatings({ users: 90, items: 80, count: 2000, seed: 8 });
/** The same rows with texts as ids. */
const texts = Ratings.from(
  Array.from(simulated, (row) => ({ ...row, userId: `u'${row.userId}`, itemId: `"${row.itemId}` })),
);

describeWithDuckdb("DuckdbItemKnn", () => {
  const store = sharedStore(() => texts);

  const variants: Partial<ItemKnnSettings>[] = [
    {},
    { similarity: "pearson", minCommon: 3, keep: 20, neighbors: 5, center: "mean", damping: 1 },
    { similarity: "pearson-baseline", center: "baseline", minNeighbors: 2 },
    { similarity: "adjusted-cosine", positiveOnly: false, center: "z-score", keep: 30 },
    { similarity: "msd", aggregate: "mean", center: "user-mean" },
    { similarity: "rmsd", neighbors: 3 },
    { similarity: "euclidean", keep: 10 },
    { similarity: "jaccard", aggregate: "sum", relevantFrom: 3.5 },
    { similarity: "conditional", aggregate: "sum", keep: 7 },
  ];

  test.each(variants)("gives what ItemKnn gives: %o", async (settings) => {
    const expected = new ItemKnn(settings).fit(texts);
    const fitted = await new DuckdbItemKnn(settings).fit(store(), { blockBytes: 30_000 });
    const all = await expected.recommendAll({ count: 8 });
    const lists = await fitted.recommendAll({ count: 8 });
    expect(lists.itemIndices).toEqual(all.itemIndices);
    expectEqualNumbers(lists.scores, all.scores);
    const [userId, itemId] = [texts.users.idOf(4), texts.items.idOf(9)];
    const options = {
      count: 5,
      excludeSeen: false,
      exclude: [itemId],
      candidates: texts.items.ids.slice(0, 60),
    };
    const list = await fitted.recommend(userId, options);
    expect(list.map(({ itemId }) => itemId)).toEqual(
      expected.recommend(userId, options).map(({ itemId }) => itemId),
    );
    expectEqualNumbers([await fitted.predict(userId, itemId)], [expected.predict(userId, itemId)]);
    const similar = await fitted.similarItems(itemId, { count: 6 });
    const wanted = expected.similarItems(itemId, { count: 6 });
    expect(similar.map((each) => [each.itemId, each.common])).toEqual(
      wanted.map((each) => [each.itemId, each.common]),
    );
    for (const key of ["similarity", "distance"] as const) {
      expectEqualNumbers(
        similar.map((each) => each[key] ?? Number.NaN),
        wanted.map((each) => each[key] ?? Number.NaN),
      );
    }
  });

  test("makes lists of some users, in their order", async () => {
    const fitted = await new DuckdbItemKnn({ keep: 10 }).fit(store());
    const users = [texts.users.idOf(7), texts.users.idOf(2)];
    const expected = new ItemKnn({ keep: 10 }).fit(texts);
    const lists = await fitted.recommendAll({ users, count: 3 });
    for (const user of users) expect(lists.ofUser(user)).toEqual(expected.recommend(user, { count: 3 }));
  });

  test("says what is wrong with ids and data", async () => {
    const fitted = await new DuckdbItemKnn({ keep: 5 }).fit(store());
    await expect(fitted.recommend("nobody")).rejects.toThrow(
      'user "nobody" is not among the 90 users with ratings',
    );
    await expect(fitted.similarItems(3)).rejects.toThrow("item 3 is not among the");
    expect(await fitted.predict("nobody", "nothing")).toBeNaN();
    await expect(new DuckdbItemKnn({ aggregate: "sum", relevantFrom: 9 }).fit(store())).rejects.toThrow(
      "relevantFrom: 9 leaves none of 2000 ratings; take less",
    );
    await expect(new DuckdbItemKnn().fit(store(), { blockBytes: 0 })).rejects.toThrow("blockBytes: 0");
    const none = await opened("SELECT 1 AS userId, 2 AS itemId, 3 AS rating WHERE false");
    await expect(new DuckdbItemKnn().fit(none)).rejects.toThrow("there are no ratings to fit to");
  });

  test("gives what ItemKnn gives on ml-latest-small, with ids that are numbers", {
    tags: "slow",
  }, async () => {
    const settings = { aggregate: "sum", keep: 100, minCommon: 20 } as const;
    const movies = await opened(FILE, { columns: { itemId: "movieId" } });
    const fitted = await new DuckdbItemKnn(settings).fit(movies, { blockBytes: 2 ** 22 });
    const ratings = await loadRatings(FILE, { itemId: "movieId" });
    const expected = new ItemKnn(settings).fit(ratings);
    expect(fitted.cost.blocks).toBeGreaterThan(1);
    const users = ratings.users.ids.slice(0, 20);
    const [lists, wanted] = await Promise.all([
      fitted.recommendAll({ users }),
      expected.recommendAll({ users }),
    ]);
    expect(lists.itemIndices).toEqual(wanted.itemIndices);
    expectEqualNumbers(lists.scores, wanted.scores);
    expect(await fitted.similarItems(260, { count: 20 })).toEqual(expected.similarItems(260, { count: 20 }));
  });
});

describe("the settings of DuckdbItemKnn", () => {
  test("are those of ItemKnn, without what blocks cannot compute", () => {
    expect(new DuckdbItemKnn({ neighbors: 7 }).settings).toEqual(new ItemKnn({ neighbors: 7 }).settings);
    expect(() => new DuckdbItemKnn({ similarity: "spearman" })).toThrow(
      'similarity: "spearman" is not computed in blocks; take "pearson", or fit ItemKnn to await store.toRatings()',
    );
    expect(() => new DuckdbItemKnn({ weighting: "bm25" })).toThrow(
      'weighting: "bm25" is not computed in blocks',
    );
    expect(() => new DuckdbItemKnn({ neighbor: 3 } as object)).toThrow("DuckdbItemKnn");
    expect(() => new DuckdbItemKnn({ similarity: "jaccard", activityPower: 1 })).toThrow("activityPower: 1");
  });
});
