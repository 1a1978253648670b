// @module-tag long
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  evaluateRanking as coreEvaluateRanking,
  randomSplit as coreRandomSplit,
  timeSplit as coreTimeSplit,
  ExplicitAls,
  type FittedExplicitAls,
  type FittedItemScores,
  ItemKnn,
  loadDataset,
  MeanRating,
  Popularity,
  type Ratings,
} from "reelbook";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/places.mjs";
import { type Server, startServer, stopServer } from "../../../scripts/spark/connect-server.mjs";
import { evaluateRanking } from "../src/evaluation/evaluate-ranking.js";
import { evaluateRatings } from "../src/evaluation/evaluate-ratings.js";
import { randomSplit } from "../src/evaluation/random-split.js";
import type { SparkSplit } from "../src/evaluation/split.js";
import { timeSplit } from "../src/evaluation/time-split.js";
import { bestRatedItems, popularItems } from "../src/models/best-items.js";
import type { FittedSparkAls } from "../src/models/fitted-spark-als.js";
import { similarItems } from "../src/models/similar-items.js";
import { SparkAls } from "../src/models/spark-als.js";
import { connect } from "../src/session/connect.js";
import type { SparkRatings } from "../src/session/spark-ratings.js";
import type { SparkSession } from "../src/session/spark-session.js";
import { lacksSpark } from "./lacks-spark.js";

const csv = join(root, "data/ml-latest-small/ratings.csv");

/** Made by golden/als_rmse.py. */
const GOLDEN_RMSE = 0.5920686123122388;
const settings = { factors: 10, iterations: 10, regularization: 0.1, seed: 42 };

const reason = lacksSpark();

const name = `on a server of Spark${reason ? ` (skipped: ${reason})` : ""}`;

/** Milliseconds: far more than an idle machine needs. */
const PATIENCE = 400_000;

describe.skipIf(reason)(name, { timeout: PATIENCE }, () => {
  let server: Server;
  let spark: SparkSession;
  let ratings: Ratings;
  let source: SparkRatings;
  let model: FittedSparkAls;

  beforeAll(async () => {
    server = await startServer();
    spark = await connect(server.address);
    ({ ratings } = await loadDataset("ml-latest-small"));
    source = await spark.csv(csv);
    model = await new SparkAls(settings).fit(source);
  }, PATIENCE);

  afterAll(async () => {
    await spark?.close();
    if (server) await stopServer(server);
    if (server) expect(existsSync(server.folder)).toBe(false);
  });

  test("ALS has the training error of PySpark's", async () => {
    expect(spark.version).toBe("4.3.0");
    const predictions = await model.predictMany(ratings);
    expect(Math.abs(rmse(predictions, ratings) - GOLDEN_RMSE)).toBeLessThan(1e-9);
  });

  test("its cost is that of ExplicitAls without biases, within 1 %", async () => {
    const ours = new ExplicitAls({ factors: 10, iterations: 40, regularization: 0.1, biased: false }).fit(
      ratings,
    );
    const theirs = (await model.toModel(ratings)) as FittedExplicitAls;
    const ratio = cost(theirs, ratings) / cost(ours, ratings);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.01);
  });

  test("recommendations are those of its factors in reelbook, for one user and for all", async () => {
    const few = ratings.filter(({ userId }) => Number(userId) <= 20);
    const fitted = await new SparkAls({ factors: 4, iterations: 3, seed: 1, blocks: 2 }).fit(
      spark.ratings(few),
    );
    const core = await fitted.toModel(few);
    expect((await fitted.recommend(1, { count: 5 })).map(({ itemId }) => itemId)).toEqual(
      core.recommend(1, { count: 5 }).map(({ itemId }) => itemId),
    );
    const lists = new Map<number, number[]>();
    for await (const { userIds, places, itemIds } of fitted.recommendAll({ count: 3 })) {
      userIds.forEach((userId, row) => {
        const list = lists.get(userId) ?? [];
        list[(places[row] ?? 0) - 1] = itemIds[row] ?? -1;
        lists.set(userId, list);
      });
    }
    const expected = few.users.ids.map((id) => [
      id,
      core.recommend(id, { count: 3 }).map(({ itemId }) => itemId),
    ]);
    expect(new Map(lists)).toEqual(new Map(expected as [number, number[]][]));
    const folder = join(server.folder, "lists");
    await fitted.writeRecommendations(folder, { count: 3 });
    await expect(fitted.writeRecommendations(folder, { count: 3 })).rejects.toThrow("overwrite: true");
    await fitted.close();
    await expect(fitted.predict(1, 1)).rejects.toMatchObject({ errorClass: "CONNECT_ML.CACHE_INVALID" });
  });

  test("an unknown user has no prediction, and two calls at once do not disturb each other", async () => {
    const [unknown, known] = await Promise.all([model.predict(-5, 1), model.predict(1, 1)]);
    expect(unknown).toBeNaN();
    expect(known).toBeGreaterThan(3);
  });

  test("a file that is not there, and one with other columns, are one sentence each", async () => {
    await expect(spark.csv("/no/such/file.csv")).rejects.toMatchObject({ errorClass: "PATH_NOT_FOUND" });
    const movies = join(root, "data/ml-latest-small/movies.csv");
    await expect(spark.csv(movies)).rejects.toThrow('no column "userId"; it has movieId, title, genres');
    const columns = { userId: "title", itemId: "movieId", rating: "movieId" };
    const titles = await spark.csv(movies, { columns });
    await expect(titles.check()).rejects.toThrow('in column "title", which is not an integer of 32 bits');
    const repeated = await spark.csv(csv, { columns: { itemId: "rating" } });
    await expect(repeated.check()).rejects.toThrow(
      /in column "rating", which is not an integer|ratings of item/,
    );
  });

  test("a folder with an empty file, and more blocks than users, is fitted as one file is", async () => {
    const [folder, file] = ["parts", "one"].map((part) => join(server.folder, part));
    mkdirSync(folder ?? "");
    mkdirSync(file ?? "");
    const header = "userId,itemId,rating\n";
    const rows = "1,10,4\n1,11,2\n2,10,5\n";
    writeFileSync(join(folder ?? "", "a.csv"), header);
    for (const each of [folder, file]) writeFileSync(join(each ?? "", "b.csv"), header + rows);
    const predictions = [folder, file].map(async (each) => {
      const few = await spark.csv(each ?? "");
      const fitted = await new SparkAls({ factors: 2, iterations: 3, blocks: 10 }).fit(few);
      return fitted.predict(2, 11);
    });
    const [parted = Number.NaN, whole = Number.NaN] = await Promise.all(predictions);
    expect(Math.abs(parted - whole)).toBeLessThan(1e-6);
  });

  describe("of the ratings of 60 users", () => {
    const of60 = () => ratings.filter(({ userId }) => Number(userId) <= 60);

    test("popularity and damped means are those of Popularity and MeanRating", async () => {
      const few = of60();
      const [popular, rated] = [
        new Popularity().fit(few),
        new MeanRating({ damping: 3, minRatings: 4 }).fit(few),
      ];
      const top = await popularItems(spark.ratings(few), { count: 20 });
      expect(top).toEqual(bestScores(popular, few, 20));
      const means = await bestRatedItems(spark.ratings(few), { count: 20, damping: 3, minRatings: 4 });
      const expected = bestScores(rated, few, 20);
      expect(means.map(({ itemId }) => itemId)).toEqual(expected.map(({ itemId }) => itemId));
      means.forEach(({ score }, place) => {
        expect(score).toBeCloseTo(expected[place]?.score ?? Number.NaN, 12);
      });
    });

    test("a time split is that of reelbook, and a random one depends on its seed alone", async () => {
      const few = of60();
      const local = spark.ratings(few);
      const expected = coreTimeSplit(few, { testShare: 0.1 });
      const { train, test: held } = await timeSplit(local, { testShare: 0.1 });
      expect([await train.check(), await held.check()]).toEqual([expected.train.count, expected.test.count]);
      const sizes = async (split: SparkSplit) => [await split.train.check(), await split.test.check()];
      const [first = 0, second = 0] = await sizes(randomSplit(local, { testShare: 0.2, seed: 1 }));
      expect(first + second).toBe(few.count);
      // Five standard deviations of a binomial count.
      expect(Math.abs(second - 0.2 * few.count)).toBeLessThan(5 * Math.sqrt(0.16 * few.count));
      const rows = few.selectRows(Int32Array.from({ length: few.count }, (_, row) => few.count - 1 - row));
      expect(await sizes(randomSplit(spark.ratings(rows), { testShare: 0.2, seed: 1 }))).toEqual([
        first,
        second,
      ]);
    });

    test("RMSE, NDCG and recall are those of reelbook with the same factors", async () => {
      const { train, test: held } = coreRandomSplit(of60(), { seed: 1 });
      const known = held.filter(({ itemId }) => train.items.has(itemId));
      const fitted = await new SparkAls({ factors: 4, iterations: 3, seed: 1, blocks: 2 }).fit(
        spark.ratings(train),
      );
      const core = await fitted.toModel(train);
      const errors = await evaluateRatings(fitted, spark.ratings(held));
      expect(errors).toMatchObject({ predicted: known.count, total: held.count });
      expect(errors.rmse).toBeCloseTo(rmse(core.predictMany(known), known), 5);
      const metrics = await evaluateRanking(fitted, spark.ratings(held), { count: 10, relevantFrom: 4 });
      const expected = coreEvaluateRanking(core, held, {
        metrics: ["ndcg@10", "recall@10"],
        relevant: (rating) => rating >= 4,
      });
      expect(metrics.users).toBe(expected.userIds.length);
      expect(metrics.ndcg).toBeCloseTo(expected.metrics["ndcg@10"], 12);
      expect(metrics.recall).toBeCloseTo(expected.metrics["recall@10"], 12);
    });

    test.each(["cosine", "pearson"] as const)(
      "similar items by %s are those of ItemKnn",
      async (similarity) => {
        const few = of60();
        const knn = new ItemKnn({ similarity, minCommon: 8 }).fit(few);
        let pairs = 0;
        for await (const batch of similarItems(spark.ratings(few), { similarity, minCommon: 8, keep: 5 })) {
          batch.itemIds.forEach((itemId, row) => {
            const similar = knn.similarItems(itemId, { count: 10_000 });
            const other = similar.find((each) => each.itemId === batch.otherIds[row]);
            expect(batch.similarities[row]).toBeCloseTo(other?.similarity ?? Number.NaN, 12);
            expect(batch.common[row]).toBe(other?.common);
            const place = similar[(batch.places[row] ?? 0) - 1];
            expect(batch.similarities[row]).toBeCloseTo(place?.similarity ?? Number.NaN, 12);
            pairs++;
          });
        }
        const isPositive = (each: { similarity: number }) => each.similarity > 0;
        const counts = few.items.ids.map(
          (id) => knn.similarItems(id, { count: 5 }).filter(isPositive).length,
        );
        expect(pairs).toBe(counts.reduce((sum, count) => sum + count, 0));
        expect(pairs).toBeGreaterThan(100);
      },
    );
  });

  test("an aborted fit ends, and the server goes on", async () => {
    const signal = AbortSignal.timeout(300);
    const long = new SparkAls({ ...settings, iterations: 500 }).fit(source, { check: false, signal });
    await expect(long).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await model.predict(1, 1)).toBeGreaterThan(3);
  });

  test("a server that is killed during a fit is a clear error, and nothing is fitted twice", async () => {
    const long = new SparkAls({ ...settings, iterations: 500 }).fit(source, { check: false });
    setTimeout(() => process.kill(server.pid, "SIGKILL"), 1000);
    await expect(long).rejects.toThrow("no Spark Connect server answers");
    await expect(model.predict(1, 1)).rejects.toThrow("no Spark Connect server answers");
  });
});

/** The items with the best scores of a model that scores all users alike; ties by the lower id. */
function bestScores(model: FittedItemScores, ratings: Ratings, count: number) {
  const [userId = 0] = ratings.users.ids;
  return ratings.items.ids
    .map((itemId) => ({ itemId: Number(itemId), score: model.predict(userId, itemId) }))
    .filter(({ score }) => !Number.isNaN(score))
    .sort((a, b) => b.score - a.score || a.itemId - b.itemId)
    .slice(0, count);
}

function rmse(predictions: Float64Array, { values }: Ratings): number {
  const squares = predictions.map((prediction, row) => (prediction - (values[row] ?? 0)) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}

/** Σ (rating − prediction)² + λ Σ n ‖factors‖². */
function cost(model: FittedExplicitAls, ratings: Ratings): number {
  const { userFactors, itemFactors } = model.learned;
  const { factors } = model;
  let total = 0;
  ratings.values.forEach((value, row) => {
    const [user, item] = [ratings.userIndices[row] ?? 0, ratings.itemIndices[row] ?? 0];
    let [score, squares] = [0, 0];
    for (let factor = 0; factor < factors; factor++) {
      const p = userFactors[user * factors + factor] ?? 0;
      const q = itemFactors[item * factors + factor] ?? 0;
      score += p * q;
      squares += p ** 2 + q ** 2;
    }
    total += (value - score) ** 2 + settings.regularization * squares;
  });
  return total;
}
