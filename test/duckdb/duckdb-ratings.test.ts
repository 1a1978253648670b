// @module-tag slow
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { DuckdbRatings, duckdbRatings } from "../../src/duckdb/duckdb-ratings.js";
import { StoredEntries } from "../../src/duckdb/stored-entries.js";
import { randomSplit } from "../../src/evaluation/splits/random-split.js";
import { timeSplit } from "../../src/evaluation/splits/time-split.js";
import { MeanRating } from "../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../src/models/baselines/popularity.js";
import { loadRatings } from "../../src/node/tables/load-ratings.js";
import { itemStatistics } from "../../src/ratings/item-statistics.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { describeWithDuckdb, expectEqualNumbers, opened, scratchFolder, sharedStore } from "./with-duckdb.js";

const FILE = join(root, "data/ml-latest-small/ratings.csv");
const ratings = await loadRatings(FILE, { itemId: "movieId", timestamp: "timestamp" });

async function expectSame(store: DuckdbRatings, expected: Ratings): Promise<void> {
  const read = await store.toRatings();
  expect([store.count, store.userCount, store.itemCount]).toEqual([
    expected.count,
    expected.users.size,
    expected.items.size,
  ]);
  expect([read.users.ids, read.items.ids]).toEqual([expected.users.ids, expected.items.ids]);
  for (const column of ["userIndices", "itemIndices", "values", "timestamps"] as const) {
    expectEqualNumbers(read[column]!, expected[column]!);
  }
}

describeWithDuckdb("ml-latest-small in DuckDB", () => {
  const store = sharedStore(() => FILE, { columns: { itemId: "movieId" } });

  test("has the counts, the mean and the scale of the core", async () => {
    await expectSame(store(), ratings);
    expect(store().mean).toBeCloseTo(ratings.mean, 12);
    expect(store().scale).toEqual(ratings.scale);
  });

  test("has the popularity of the core, in its order", async () => {
    const popular = await store().popularity({ count: 500 });
    expect(popular).toEqual(new Popularity().fit(ratings).recommend(1, { count: 500, excludeSeen: false }));
  });

  test("has the counts and damped means of the core", async () => {
    const { ids, counts, means } = await store().itemStatistics();
    const expected = itemStatistics(ratings);
    expect(ids).toEqual(ratings.items.ids);
    expectEqualNumbers(
      counts,
      expected.map(({ count }) => count),
    );
    expectEqualNumbers(
      means,
      expected.map(({ mean }) => mean),
    );
    const damped = new Float64Array(ratings.items.size);
    new MeanRating({ damping: 5 }).fit(ratings).scoreItems(0, damped);
    expectEqualNumbers((await store().itemStatistics({ damping: 5 })).means, damped);
    const users = await store().userStatistics();
    expect(users.ids).toEqual(ratings.users.ids);
    expectEqualNumbers(
      users.counts,
      users.ids.map((id) => ratings.ofUser(id).length),
    );
  });

  test("has the random and the time split of the core", async () => {
    const parts = [
      [
        await store().randomSplit({ testShare: 0.1, seed: 7 }),
        randomSplit(ratings, { testShare: 0.1, seed: 7 }),
      ],
      [await store().timeSplit(), timeSplit(ratings)],
      [
        await store().timeSplit({ from: new Date("2016-01-01") }),
        timeSplit(ratings, { from: new Date("2016-01-01") }),
      ],
    ] as const;
    for (const [split, expected] of parts) {
      await expectSame(split.train, expected.train);
      await expectSame(split.test, expected.test);
      await split.train.close();
      await split.test.close();
    }
  });

  test("is filtered, and sampled with a seed", async () => {
    const liked = await store().filter('rating >= 4 AND "userId" <> 7');
    await expectSame(
      liked,
      ratings.filter(({ rating, userId }) => rating >= 4 && userId !== 7),
    );
    const often = await store().withAtLeast({ perItem: 50, perUser: 100 });
    await expectSame(often, ratings.withAtLeast({ perItem: 50, perUser: 100 }));
    const sample = await store().sample({ share: 0.01, seed: 3 });
    await expectSame(sample, randomSplit(ratings, { testShare: 0.01, seed: 3 }).test);
    for (const part of [liked, often, sample]) await part.close();
  });

  test("is written as Parquet, and is the same from there", async () => {
    const file = join(scratchFolder(), "it's [a] test.parquet");
    await store().writeParquet(file);
    await expectSame(await opened(file), ratings);
  });
});

describeWithDuckdb("ratings in DuckDB", () => {
  const small = Ratings.from([
    { userId: 1, itemId: 10, rating: 4, timestamp: 5 },
    { userId: 2, itemId: 10, rating: 2 },
  ]);

  test("may be none", async () => {
    const none = await opened("SELECT 1 AS userId, 2 AS itemId, 3 AS rating WHERE false");
    expect([none.count, none.mean]).toEqual([0, Number.NaN]);
    expect((await none.toRatings()).count).toBe(0);
    expect(await none.popularity()).toEqual([]);
  });

  test("are read from a table of a database, also by a query", async () => {
    const database = join(scratchFolder(), "mine.duckdb");
    const { DuckDBInstance } = (await import("../../src/duckdb/duckdb-package.js")).duckdbPackage();
    const instance = await DuckDBInstance.create(database, {});
    const connection = await instance.connect();
    await connection.run('CREATE TABLE "my ratings" AS SELECT 5 AS userId, 6 AS itemId, 1.5 AS rating');
    connection.disconnectSync();
    instance.closeSync();
    for (const source of ["my ratings", 'SELECT * FROM "my ratings"']) {
      const store = await opened(source, { database });
      expect([...(await store.toRatings())]).toEqual([{ userId: 5, itemId: 6, rating: 1.5 }]);
      expect((await store.filter("rating > 1")).count).toBe(1);
    }
  });

  test("say what is wrong with a call", async () => {
    const store = await opened(small);
    await expect(store.filter("stars > 3; DROP TABLE x")).rejects.toThrow(
      /^filter: "stars > 3; DROP TABLE x" is no condition on userId, itemId, rating and timestamp: /,
    );
    await expect(store.timeSplit()).rejects.toThrow(
      "1 of 2 ratings have no timestamp; split them with randomSplit",
    );
    await expect(store.randomSplit({ testShare: 2 })).rejects.toThrow("testShare: 2");
    await expect(store.sample({ share: 0 })).rejects.toThrow("share: 0");
    await expect(store.itemStatistics({ damping: -1 })).rejects.toThrow("damping: -1");
  });

  test("are closed one by one, and the database with the last", async () => {
    const store = await duckdbRatings(small);
    const { folder } = store;
    const part = await store.filter("rating > 3");
    await store.close();
    await store.close();
    await expect(store.popularity()).rejects.toThrow("these ratings are closed; open their source again");
    expect((await part.toRatings()).count).toBe(1);
    await part.close();
    expect(existsSync(folder)).toBe(false);
  });

  test("can be sorted and closed after a sort that failed", async () => {
    const store = await duckdbRatings(small);
    const sort = vi.spyOn(StoredEntries, "of").mockRejectedValueOnce(new Error("no space left"));
    onTestFinished(() => sort.mockRestore());
    await expect(store.entries()).rejects.toThrow("no space left");
    expect((await store.entries()).users.size).toBe(2);
    sort.mockRejectedValueOnce(new Error("no space left"));
    const other = await store.filter("rating > 3");
    await expect(other.entries()).rejects.toThrow("no space left");
    await other.close();
    await store.close();
    expect(existsSync(store.folder)).toBe(false);
  });

  test("have a class that tells them from others", async () => {
    expect(await opened(small)).toBeInstanceOf(DuckdbRatings);
  });
});

describe("without reading", () => {
  test("an option that is wrong is refused", async () => {
    await expect(duckdbRatings("a.csv", { memoryLimit: "2 apples" })).rejects.toThrow(
      'memoryLimit: "2 apples" is not a size',
    );
  });
});
