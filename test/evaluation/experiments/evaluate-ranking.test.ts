import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { giniCoefficient } from "../../../src/evaluation/metrics/catalogue-metrics.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { userSplit } from "../../../src/evaluation/splits/user-split.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { datasetTest } from "../../dataset-test.js";
import { table46Row, table46Split } from "../../table-46.js";
import { madeUpRatings, ratingsOf } from "../made-up-ratings.js";
import { TableModel } from "../table-model.js";

/** All users have the order a, b, c, d, e; user 1 has rated a, and user 2 a and b. */
const train = ratingsOf([
  [1, "a", 5],
  [2, "a", 4],
  [2, "b", 1],
  [3, "c", 4],
  [3, "d", 2],
  [4, "e", 3],
]);
const alphabet = new TableModel({
  score: (_, itemId) => -"abcde".indexOf(String(itemId)),
  scoreNew: (itemId) => -"abcde".indexOf(String(itemId)),
});
const fitted = alphabet.fit(train);
/** User 1 likes b and e of b to e; user 2 an unknown item, and c of c to e; user 3 nothing. */
const tested = ratingsOf([
  [1, "b", 5],
  [1, "e", 4],
  [1, "c", 3],
  [2, "unheard of", 5],
  [2, "c", 4],
  [3, "a", 2],
]);

describe("evaluateRanking", () => {
  test("measures each user's list by hand", () => {
    const names = ["precision@2", "recall@2", "ndcg@2", "map@2", "mrr@1", "hit-rate@1", "auc"] as const;
    const { metrics, perUser, userIds, withoutRelevant, unknownUsers } = evaluateRanking(fitted, tested, {
      metrics: names,
    });
    expect(userIds).toEqual([1, 2]);
    expect([withoutRelevant, unknownUsers]).toEqual([1, 0]);
    expect([...perUser["precision@2"]!]).toEqual([1 / 2, 1 / 2]);
    expect([...perUser["recall@2"]!]).toEqual([1 / 2, 1 / 2]);
    const ndcg = 1 / (1 + 1 / Math.log2(3));
    expect(perUser["ndcg@2"]![0]).toBeCloseTo(ndcg, 15);
    expect(metrics["ndcg@2"]).toBeCloseTo(ndcg, 15);
    expect([...perUser["map@2"]!]).toEqual([1 / 2, 1 / 2]);
    expect([metrics["mrr@1"], metrics["hit-rate@1"]]).toEqual([1, 1]);
    // User 1: b above c and d, e above none, of 2 × 2 pairs. User 2: c above d and e, the
    // unknown item above none.
    expect([...perUser.auc!]).toEqual([1 / 2, 1 / 2]);
  });

  test("measures F1, and how unequal the attention is, by hand", () => {
    const metrics = ["f1@2", "exposure-gini@2"] as const;
    const result = evaluateRanking(fitted, tested, { metrics });
    // Two relevant items each, one of them in a list of two.
    expect([...result.perUser["f1@2"]!]).toEqual([0.5, 0.5]);
    // The lists are b, c and c, d; the second place has 1 / log₂ 3 of the attention of the first.
    const second = 1 / Math.log2(3);
    expect(result.metrics["exposure-gini@2"]).toBeCloseTo(giniCoefficient([0, 1, second + 1, second, 0]), 14);
    expect(result.perUser["exposure-gini@2"]).toBeUndefined();
    const few = evaluateRanking(fitted, tested, { metrics, candidates: ["b", "c"] });
    expect(few.metrics["exposure-gini@2"]).toBeCloseTo(giniCoefficient([1, second + 1]), 14);
  });

  test("measures R-precision, logarithms of RBP, inverse propensities and serendipity by hand", () => {
    const names = ["r-precision@2", "log-rbp@2", "ips-recall@2", "ips-rbp@2", "serendipity@2"] as const;
    const weights: Record<string, number> = { b: 2, c: 1, e: 4, "unheard of": 10 };
    const { metrics, perUser } = evaluateRanking(fitted, tested, {
      metrics: names,
      propensity: (itemId) => 1 / weights[itemId]!,
      similarity: (first, second) => (first === "c" && second === "b" ? 0.25 : 0.5),
    });
    // The lists are b, c with the hit b of b and e; c, d with the hit c of c and an unknown item.
    expect([...perUser["r-precision@2"]!]).toEqual([1 / 2, 1 / 2]);
    expect(metrics["log-rbp@2"]).toBeCloseTo(Math.log(0.15), 14);
    expect([...perUser["ips-recall@2"]!]).toEqual([2 / 6, 1 / 11]);
    for (const [user, value] of [0.15 / 3, 0.15 / 11].entries())
      expect(perUser["ips-rbp@2"]![user]).toBeCloseTo(value, 15);
    // User 1 knows a, user 2 knows a and b.
    expect([...perUser["serendipity@2"]!]).toEqual([(1 - 0.5) / 2, (1 - 0.375) / 2]);
    expect(metrics["serendipity@2"]).toBe(0.28125);
  });

  test("the mean of log-rbp is the logarithm of the mean, also with lists without a hit", () => {
    const measured = (relevant: (rating: number) => boolean) =>
      evaluateRanking(fitted, tested, { metrics: ["rbp@2", "log-rbp@2"], relevant });
    const { metrics, perUser } = measured((rating) => rating !== 5 && rating !== 3);
    expect([...perUser["rbp@2"]!]).toContain(0);
    expect(perUser["log-rbp@2"]).toBeUndefined();
    expect(metrics["log-rbp@2"]).toBeCloseTo(Math.log(metrics["rbp@2"]), 14);
    expect(metrics["rbp@2"]).toBeGreaterThan(0);
    expect(measured((rating) => rating === 5 && false).metrics["log-rbp@2"]).toBeNaN();
    expect(measured((rating) => rating === 2).metrics["log-rbp@2"]).toBeCloseTo(Math.log(0.15), 14);
  });

  test("measures novelty, diversity, coverage and Gini by hand", () => {
    const { metrics, perUser } = evaluateRanking(fitted, tested, {
      metrics: ["novelty@2", "diversity@2", "coverage@2", "gini@2"],
      similarity: (first, second) => (first === "b" && second === "c" ? 0.25 : 0.5),
    });
    // User 1 gets b and c, user 2 c and d, each of which has one rater of four.
    expect([...perUser["novelty@2"]!]).toEqual([2, 2]);
    expect([...perUser["diversity@2"]!]).toEqual([0.75, 0.5]);
    expect(metrics["coverage@2"]).toBe(3 / 5);
    expect(metrics["gini@2"]).toBeCloseTo((-4 * 0 - 2 * 0 + 0 * 1 + 2 * 1 + 4 * 2) / (5 * 4), 15);
    expect(Object.keys(perUser)).toEqual(["novelty@2", "diversity@2"]);
  });

  test("lists rated items with excludeSeen: false", () => {
    const { perUser } = evaluateRanking(fitted, tested, { metrics: ["precision@2"], excludeSeen: false });
    expect([...perUser["precision@2"]!]).toEqual([1 / 2, 0]);
  });

  test("lists only candidates, for all or for each user; other relevant items are misses", () => {
    const metrics = ["recall@1", "coverage@1", "auc"] as const;
    const forAll = evaluateRanking(fitted, tested, { metrics, candidates: ["d", "e", "unheard of"] });
    expect([...forAll.perUser["recall@1"]!]).toEqual([0, 0]);
    expect(forAll.metrics["coverage@1"]).toBe(1 / 2);
    expect([...forAll.perUser.auc!]).toEqual([0, 0]);
    const forEach = evaluateRanking(fitted, tested, {
      metrics,
      candidates: (userId) => (userId === 1 ? ["e", "d"] : ["c"]),
    });
    expect([...forEach.perUser["recall@1"]!]).toEqual([0, 1 / 2]);
  });

  test("relevant items are those in the upper quarter of the scale, or as asked", () => {
    const userIds = (relevant?: (rating: number) => boolean) =>
      evaluateRanking(fitted, tested, { relevant }).userIds;
    expect(userIds()).toEqual([1, 2]);
    expect(userIds((rating) => rating === 2)).toEqual([3]);
    expect(userIds(() => true)).toEqual([1, 2, 3]);
    const halves = train.withScale({ min: 0.5, max: 5 });
    expect(evaluateRanking(alphabet.fit(halves), tested).userIds).toEqual([1, 2]);
  });

  test("all items are relevant if all ratings are equal", () => {
    const ones = (rows: [number, string][]) =>
      Ratings.from(rows.map(([userId, itemId]) => ({ userId, itemId, rating: 1 })));
    const { userIds } = evaluateRanking(alphabet.fit(ones([[1, "a"]])), ones([[1, "b"]]));
    expect(userIds).toEqual([1]);
  });

  test("folds in new users from their given ratings, or lists nothing", () => {
    const model = new TableModel({
      score: () => Number.NaN,
      scoreNew: (itemId, rated) => (rated.has("a") && itemId === "b" ? 1 : itemId === "c" ? 0 : Number.NaN),
    });
    const likes = ratingsOf([
      [8, "b", 5],
      [9, "b", 5],
    ]);
    const given = ratingsOf([
      [8, "a", 2],
      [8, "unheard of", 2],
    ]);
    const { perUser, unknownUsers } = evaluateRanking(model.fit(train), likes, { metrics: ["mrr@5"], given });
    expect([...perUser["mrr@5"]!]).toEqual([1, 0]);
    expect(unknownUsers).toBe(2);
  });

  test("a model without scores has only misses, and NaN as novelty", () => {
    const mute = new TableModel({ score: () => Number.NaN }).fit(train);
    const { metrics } = evaluateRanking(mute, tested, {
      metrics: ["recall@5", "novelty@5", "auc", "coverage@5"],
    });
    expect(metrics).toEqual({ "recall@5": 0, "novelty@5": Number.NaN, auc: Number.NaN, "coverage@5": 0 });
  });

  test("a user for whom a metric is not defined does not count in its mean", () => {
    const { perUser, metrics } = evaluateRanking(fitted, tested, {
      metrics: ["diversity@2"],
      candidates: (userId) => (userId === 1 ? ["b", "c"] : ["c"]),
      similarity: () => 0.25,
    });
    expect([...perUser["diversity@2"]!]).toEqual([0.75, Number.NaN]);
    expect(metrics["diversity@2"]).toBe(0.75);
  });

  test("agrees with recommend", () => {
    fc.assert(
      fc.property(madeUpRatings, (ratings) => {
        const [split] = kFolds(ratings, { folds: 2 });
        const model = new MeanRating().fit(split!.train);
        const options = { metrics: ["precision@3"] as const, relevant: (rating: number) => rating > 2 };
        const { userIds, perUser } = evaluateRanking(model, split!.test, options);
        for (const [place, userId] of userIds.entries()) {
          if (!split!.train.users.has(userId)) continue;
          const hits = model
            .recommend(userId, { count: 3 })
            .filter(({ itemId }) => split!.test.get(userId, itemId) > 2).length;
          expect(perUser["precision@3"]![place]).toBe(hits / 3);
        }
      }),
    );
  });

  test("measures held-out users of a userSplit", () => {
    const [ratings] = fc.sample(madeUpRatings, { numRuns: 1, seed: 8 });
    const { train, test, given } = userSplit(ratings!, { testShare: 0.5 });
    const { userIds, unknownUsers } = evaluateRanking(new Popularity().fit(train), test, {
      given,
      relevant: () => true,
    });
    expect(unknownUsers).toBe(userIds.length);
    expect(userIds).toEqual(test.users.ids);
  });

  test("reports progress, and a signal stops it", () => {
    const seen: number[] = [];
    evaluateRanking(fitted, tested, { onProgress: ({ done, total }) => seen.push(done / total) });
    expect(seen).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(() => evaluateRanking(fitted, tested, { signal: AbortSignal.abort(new Error("stop")) })).toThrow(
      "stop",
    );
  });

  test("refuses metrics that it cannot measure", () => {
    const measure = (name: string) => () => evaluateRanking(fitted, tested, { metrics: [name] });
    expect(measure("rmse")).toThrow('metric "rmse" is one of ratings; take one of lists');
    expect(measure("diversity@3")).toThrow("diversity needs a similarity of two items; pass similarity");
    expect(measure("serendipity@3")).toThrow("serendipity needs a similarity");
    expect(measure("ips-rbp@3")).toThrow("ips needs the propensity of items; pass propensity: popularityP");
    const options = { metrics: ["ips-recall@3"], propensity: () => 0 };
    expect(() => evaluateRanking(fitted, tested, options)).toThrow(
      "propensity 0 of item b is not a number above 0",
    );
    expect(measure("ndgc@3")).toThrow('metric "ndgc@3" is unknown');
  });

  datasetTest("ml-100k-top10", "scores most popular movies as the published table does", async () => {
    expect(table46Split().test.users.size).toBe(942);
    const [precision, recall, ndcg] = table46Row(new Popularity());
    // Row TopPop; there movies of equal counts are in another order.
    expect(precision).toBeCloseTo(0.1907, 3);
    expect(recall).toBeCloseTo(0.118, 3);
    expect(ndcg).toBeCloseTo(0.1361, 3);
  });
});
