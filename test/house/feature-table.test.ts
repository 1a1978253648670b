import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  adjustedPValues,
  Baseline,
  BatchFactorization,
  Blend,
  Bpr,
  CoClustering,
  ContentSimilarity,
  calibratedRecommendations,
  compare,
  compareWithReference,
  crossValidate,
  Ease,
  ExplicitAls,
  evaluateRanking,
  evaluateRatings,
  FactorizationMachine,
  Fallback,
  type FittedModel,
  FunkSvd,
  GlobalMean,
  givenSplit,
  gradedNdcgAt,
  Hybrid,
  hasSimilarItems,
  hasSimilarUsers,
  type Id,
  ImplicitAls,
  Interactions,
  ItemKnn,
  itemExposure,
  kFolds,
  LogisticMf,
  leaveOut,
  loadDataset,
  loadInteractions,
  loadModel,
  loadRatings,
  logRange,
  MeanRating,
  type Model,
  maximalMarginalRelevance,
  miscalibration,
  Nmf,
  Popularity,
  PureSvd,
  pairedBootstrap,
  perUserSplit,
  popularityLift,
  popularityPropensity,
  RandomWalk,
  RankBlend,
  Ratings,
  randomSplit,
  SideFeatures,
  Slim,
  SlopeOne,
  SvdPlusPlus,
  saveModel,
  timeSplit,
  tune,
  UserKnn,
  userSplit,
  Warp,
} from "../../src/index.js";

const folder = mkdtempSync(join(tmpdir(), "reelbook-feature-table-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Even users like even items (5 stars), and dislike the others (2): a fifth is unrated. */
const likes = (userId: Id, itemId: Id) => (Number(userId) + Number(itemId)) % 2 === 0;
const cells = Array.from({ length: 24 * 18 }, (_, k) => ({ userId: k % 24, itemId: Math.floor(k / 24) }));
const isUnrated = (userId: number, itemId: number) => (userId + 2 * itemId) % 5 === 0;
const day = 86_400;
const ratings = Ratings.from(
  cells
    .filter(({ userId, itemId }) => !isUnrated(userId, itemId))
    .map(({ userId, itemId }, row) => ({
      userId,
      itemId,
      rating: likes(userId, itemId) ? 5 : 2,
      timestamp: 1_000_000_000 + ((row * 7919) % 1000) * day,
    })),
);
const liked = ratings.filter(({ rating }) => rating === 5);
const kindOf = (id: Id) => (Number(id) % 2 === 0 ? "even" : "odd");
const sideItems = SideFeatures.from(
  [...ratings.items.ids, 100, 101].map((id) => ({ id, kind: kindOf(id), size: Number(id) % 2 })),
);
const sideUsers = SideFeatures.from(ratings.users.ids.map((id) => ({ id, camp: kindOf(id) })));

/** A model of stars tells what a user likes among the unrated items. */
function predicts(...models: Model[]): void {
  for (const model of models) {
    const fitted = model.fit(ratings);
    for (const { userId, itemId } of cells
      .filter((cell) => isUnrated(cell.userId, cell.itemId))
      .slice(0, 20)) {
      const score = fitted.predict(userId, itemId);
      expect(score > 3.5, `${model.name}: user ${userId}, item ${itemId}: ${score}`).toBe(
        likes(userId, itemId),
      );
    }
  }
}

/** A model that ranks puts what a user likes first. */
function ranks(...models: Model[]): void {
  for (const model of models) {
    const fitted = model.fit(liked);
    for (const userId of [0, 1, 2, 3]) expectLiked(fitted, userId, model.name);
  }
}

function expectLiked(fitted: FittedModel, userId: Id, name = fitted.name): void {
  const [best] = fitted.recommend(userId, { count: 1 });
  expect(best && likes(userId, best.itemId), `${name}: user ${userId}`).toBe(true);
}

const svd = { factors: 2, iterations: 200, learningRate: 0.02, regularization: 0.005 };
const machine = { factors: 2, iterations: 60, seed: 1 };
const early = { factors: 4, iterations: 40, validation: 0.2, patience: 3 };

/**
 * Rows of the feature table of the library's peers, each a small program. Other tests run what
 * needs the built package: Parquet and web pages test/house/package.test.ts, trials in parallel
 * test/node/trial-workers.test.ts, the API reference test/scripts/site, serving test/examples.
 */
const rows: Record<string, () => void | Promise<void>> = {
  "popularity, mean, biases": () => {
    const [popular, mean, biases] = [new Popularity(), new MeanRating(), new Baseline()].map((model) =>
      model.fit(ratings),
    );
    expect(popular!.recommend(0, { count: 3 })).toHaveLength(3);
    expect(mean!.predict(0, 0)).toBeCloseTo(biases!.predict(0, 0), 0);
  },
  "user/item KNN, shrinkage, min support": () => {
    const knn = { similarity: "pearson", neighbors: 5, minCommon: 3, shrinkage: 10 } as const;
    predicts(new ItemKnn(knn), new UserKnn(knn));
  },
  "TF-IDF / BM25 weighted KNN": () => {
    const sums = { aggregate: "sum", keep: 8 } as const;
    ranks(
      new ItemKnn({ ...sums, weighting: "tf-idf" }),
      new ItemKnn({ ...sums, weighting: "bm25" }),
      new UserKnn({ ...sums, weighting: "bm25" }),
    );
  },
  "SlopeOne, co-clustering": () => {
    const three = Ratings.from([
      { userId: "ann", itemId: "x", rating: 1 },
      { userId: "ann", itemId: "y", rating: 2 },
      { userId: "bob", itemId: "x", rating: 3 },
    ]);
    expect(new SlopeOne().fit(three).predict("bob", "y")).toBe(4);
    predicts(new CoClustering({ userClusters: 2, itemClusters: 2, seed: 1 }));
  },
  "biased MF by SGD, SVD++": () =>
    predicts(new FunkSvd(svd), new SvdPlusPlus({ ...svd, implicitRegularization: 0.1 })),
  "explicit ALS, NMF, PureSVD": () => {
    predicts(new ExplicitAls({ factors: 2, iterations: 30, regularization: 0.01 }));
    predicts(new Nmf({ factors: 2, iterations: 200, regularization: 0.05 }));
    predicts(new BatchFactorization({ factors: 2, regularization: 0.1, center: "item-mean" }));
    ranks(new PureSvd({ factors: 2 }));
  },
  "implicit ALS / BPR": () =>
    ranks(
      new ImplicitAls({ factors: 2, regularization: 0.01 }),
      new Bpr({ factors: 2, iterations: 200, learningRate: 0.05 }),
    ),
  "logistic MF, WARP": () =>
    ranks(
      new LogisticMf({ factors: 2, iterations: 100, regularization: 0.1 }),
      new Warp({ factors: 2, iterations: 100 }),
    ),
  "EASE / SLIM": () =>
    ranks(new Ease({ regularization: 5 }), new Slim({ regularization: 1, l1Regularization: 0.01 })),
  "P3α / RP3β": () => ranks(new RandomWalk(), new RandomWalk({ popularityPenalty: 0.5 })),
  "Bayesian / FM": () => {
    predicts(new FactorizationMachine(machine));
    const { low, high } = new FactorizationMachine(machine).fit(ratings).predictWithInterval(0, 4);
    expect(low).toBeLessThan(high);
  },
  "time-aware (decay)": () => {
    const old = { userId: 1, itemId: "old", timestamp: 1_000_000_000 };
    const recent = { userId: 1, itemId: "new", timestamp: 1_000_000_000 + 30 * day };
    const decayed = Interactions.from([old, recent], { halfLife: 30 });
    expect([decayed.get(1, "old"), decayed.get(1, "new")]).toEqual([0.5, 1]);
    const seen = [...liked].map(({ userId, itemId, timestamp = 0 }) => ({ userId, itemId, timestamp }));
    const views = Interactions.from(seen, { halfLife: 365 });
    expectLiked(new ItemKnn({ aggregate: "sum" }).fit(views), 0);
    expectLiked(new Ease({ regularization: 1 }).fit(views), 1);
  },
  "content / side features in the model": () => {
    const of = { users: sideUsers, items: sideItems };
    predicts(
      new ContentSimilarity({ damping: 0.1 }).of({ items: sideItems }),
      new FactorizationMachine(machine).of(of),
      new Hybrid([], { trees: { trees: 60, minRows: 1, learningRate: 0.3 } }).of(of),
    );
  },
  "hybrids, blends, fallback, boosted trees": () => {
    const knn = new ItemKnn({ similarity: "pearson", neighbors: 5 });
    predicts(new Blend([knn, new Baseline()]), new Fallback([knn, new Baseline()]));
    predicts(new Hybrid([knn], { trees: { trees: 30, minRows: 1 } }));
    ranks(new RankBlend([new Ease({ regularization: 5 }), new Popularity()], { weights: [1, 0.1] }));
  },
  "splits: random, K-fold, LOO, time, given": () => {
    const halves = [
      ratings.filter(({ userId }) => userId !== 3),
      ratings.filter(({ userId }) => userId === 3),
    ];
    const splits = [
      randomSplit(ratings, { testShare: 0.25 }),
      ...kFolds(ratings, { folds: 3 }),
      leaveOut(ratings),
      timeSplit(ratings),
      givenSplit(halves[0]!, halves[1]!),
    ];
    for (const { train, test: part } of splits) expect(train.count + part.count).toBe(ratings.count);
  },
  "split: strong generalisation (unseen users)": () => {
    const { train, given, test: part } = userSplit(ratings, { testShare: 0.25 });
    for (const userId of part.users.ids) expect(train.users.has(userId)).toBe(false);
    const { metrics } = evaluateRanking(new Popularity().fit(train), part, { given });
    expect(metrics["ndcg@10"]).toBeGreaterThan(0);
  },
  "split: temporal per user, share per user, stratified": () => {
    const { train, test: part } = perUserSplit(ratings, { testShare: 0.25 });
    for (const userId of ratings.users.ids) {
      const last = Math.max(...train.ofUser(userId).map(({ timestamp = 0 }) => timestamp));
      expect(part.ofUser(userId).every(({ timestamp = 0 }) => timestamp >= last)).toBe(true);
    }
    const shares = kFolds(ratings, { folds: 2, stratify: "rating" }).map(
      (fold) => fold.test.filter(({ rating }) => rating === 5).count / fold.test.count,
    );
    expect(shares[0]).toBeCloseTo(shares[1]!, 1);
  },
  "repeated CV": () =>
    expect(crossValidate(new MeanRating(), ratings, { folds: 2, repeats: 3 }).folds).toHaveLength(6),
  "rating metrics": () => {
    const { train, test: part } = randomSplit(ratings);
    const { rmse, mae, mape } = evaluateRatings(new Baseline().fit(train), part);
    expect(rmse).toBeGreaterThanOrEqual(mae);
    expect(mape).toBeGreaterThan(0);
    const metrics = ["fcp", "r2", "explained-variance", "mae"] as const;
    const knn = new ItemKnn({ similarity: "pearson", neighbors: 5 });
    const [best] = compare([new GlobalMean(), knn], { train, test: part }, { metrics });
    expect(best!.model).toBe("ItemKnn");
    for (const name of ["fcp", "r2", "explained-variance"] as const) {
      expect(best![name], name).toBeGreaterThan(0.9);
    }
  },
  "ranking metrics, coverage, Gini, novelty, diversity, serendipity, IPS": () => {
    const { train, test: part } = perUserSplit(liked);
    const names = [
      "precision@3",
      "recall@3",
      "ndcg@3",
      "map@3",
      "mrr@3",
      "hit-rate@3",
      "f1@3",
      "r-precision@3",
      "rbp@3",
      "log-rbp@3",
      "ips-recall@3",
      "ips-rbp@3",
      "auc",
    ] as const;
    const catalogue = [
      ...(["coverage@3", "gini@3", "exposure-gini@3", "novelty@3"] as const),
      ...(["diversity@3", "serendipity@3"] as const),
    ] as const;
    const fitted = new Ease({ regularization: 5 }).fit(train);
    const similarity = (a: Id, b: Id) => +(kindOf(a) === kindOf(b));
    const { metrics } = evaluateRanking(fitted, part, {
      metrics: [...names, ...catalogue],
      similarity,
      propensity: popularityPropensity(train, { gamma: 1.5 }),
      relevant: () => true,
    });
    for (const name of [...names, ...catalogue]) expect(metrics[name], name).not.toBeNaN();
    expect(metrics.auc).toBeGreaterThan(0.7);
  },
  "graded NDCG": () => expect(gradedNdcgAt({ gains: [1, 3], allGains: [3, 1] }, 2)).toBeLessThan(1),
  "fairness / exposure / popularity bias / calibration": async () => {
    const { itemIndices } = await new Popularity().fit(liked).recommendAll({ count: 2 });
    const exposure = itemExposure([itemIndices], liked.items.size);
    expect(exposure.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(popularityLift([20, 10], [10, 10])).toBe(0.5);
    expect(miscalibration([1, 1], [1, 0])).toBeGreaterThan(miscalibration([1, 1], [2, 2]));
  },
  "re-ranking (MMR, calibrated, business rules)": () => {
    const list = new Ease().fit(liked).recommend(0, { count: 12, excludeSeen: false });
    const similarity = (a: Id, b: Id) => +(kindOf(a) === kindOf(b));
    const diverse = maximalMarginalRelevance(list, { similarity, diversity: 0.9, count: 4 });
    expect(new Set(diverse.map(({ itemId }) => kindOf(itemId))).size).toBe(2);
    const options = { history: [0, 1], categories: (id: Id) => [kindOf(id)], calibration: 0.99, count: 4 };
    const calibrated = calibratedRecommendations(list, options).map(({ itemId }) => kindOf(itemId));
    expect(calibrated.filter((kind) => kind === "odd")).toHaveLength(2);
    const inStock = new Ease().fit(liked).recommend(0, { filter: (itemId) => Number(itemId) < 9 });
    expect(inStock.every(({ itemId }) => Number(itemId) < 9)).toBe(true);
  },
  "significance, corrected for many comparisons": () => {
    const models = [new Ease({ regularization: 5 }), new Popularity()];
    const table = compare(models, perUserSplit(liked), { metrics: ["ndcg@5"], relevant: () => true });
    const values = models.map(({ name }) => table.valuesOf(name, "ndcg@5"));
    expect(pairedBootstrap(values[0]!, values[1]!, { samples: 100 }).low).toBeGreaterThan(0);
    for (const correction of ["holm", "benjamini-hochberg"] as const) {
      const [row] = compareWithReference(table, { metric: "ndcg@5", correction, samples: 200 });
      expect(row!.isSignificant).toBe(true);
      expect(adjustedPValues([0.02, 0.5], correction)[0]).toBe(0.04);
    }
  },
  "tuning: grid, random": async () => {
    const grid = await tune(MeanRating, ratings, { damping: [0, 5, 500] }, { workers: 1 });
    expect(grid.record.trials).toHaveLength(3);
    const space = { regularization: logRange(1, 100) };
    const options = { trials: 3, metric: "ndcg@3", workers: 1 };
    const { model, record } = await tune(Ease, ratings, space, options);
    expect(record.trials).toHaveLength(3);
    expect(model.fit(ratings)).toBeDefined();
  },
  "early stopping, also for models that rank": () => {
    expect(new FunkSvd(early).fit(ratings).learning.errors.length).toBeGreaterThan(0);
    for (const model of [new Bpr(early), new ImplicitAls(early)]) {
      const { iteration, scores } = model.fit(liked).learning;
      expect(Math.max(...scores)).toBe(scores[iteration - 1]);
    }
  },
  "sample weights, confidence per event; implicit input, repeats summed": () => {
    const log = [
      { userId: 1, itemId: "a", event: "view" },
      { userId: 1, itemId: "a", event: "view" },
      { userId: 1, itemId: "b", event: "buy" },
      { userId: 2, itemId: "b" },
    ];
    const seen = Interactions.from(log.slice(0, 3), { values: { view: 1, buy: 5 } });
    expect([seen.get(1, "a"), seen.get(1, "b")]).toEqual([2, 5]);
    const plain = Interactions.from(log.map(({ userId, itemId }) => ({ userId, itemId })));
    expect(plain.get(1, "a")).toBe(2);
    expect(new ImplicitAls({ factors: 2 }).fit(plain).recommend(2)[0]!.itemId).toBe("a");
  },
  "top-N for one user, for all users; whitelist, blacklist, predicate": async () => {
    const fitted = new Ease({ regularization: 5 }).fit(liked);
    const all = await fitted.recommendAll({ count: 3 });
    expect(all.ofUser(5)).toEqual(fitted.recommend(5, { count: 3 }));
    const idsOf = (options: object) => fitted.recommend(5, options).map(({ itemId }) => itemId);
    const [best] = idsOf({});
    expect(idsOf({ exclude: [best!] })).not.toContain(best);
    expect(idsOf({ candidates: [best!] })).toEqual([best]);
    expect(idsOf({ filter: (itemId: Id) => itemId !== best })).not.toContain(best);
  },
  "low ratings are seen, and no interest": () => {
    const fitted = new Ease({ regularization: 5, relevantFrom: 4 }).fit(ratings);
    expect(fitted.recommend(0, { count: 99 }).filter(({ itemId }) => ratings.get(0, itemId) === 2)).toEqual(
      [],
    );
    for (const { rating } of fitted.explain(0, 4).contributions) expect(rating).toBe(5);
  },
  "new user without refit": () => {
    const fitted = new Ease({ regularization: 5 }).fit(liked);
    const own = [0, 2, "unknown"].map((itemId) => ({ itemId, rating: 5 }));
    const user = fitted.foldIn(own, { onUnknownItem: "skip" });
    expect(user.skipped).toEqual(["unknown"]);
    expect(Number(user.recommend({ count: 1 })[0]!.itemId) % 2).toBe(0);
  },
  "new item / new ratings without refit; cold items": () => {
    const more = [2, 4, 6].map((userId) => ({ userId, itemId: "fresh", rating: 5 }));
    const updated = new ImplicitAls({ factors: 2, regularization: 0.01 }).fit(liked).update(more);
    expect(updated.predict(0, "fresh")).toBeGreaterThan(updated.predict(1, "fresh"));
    const cold = new ContentSimilarity().of({ items: sideItems }).fit(ratings);
    expect(cold.predict(0, 100)).toBeGreaterThan(cold.predict(0, 101));
  },
  "explain; similar items / users": () => {
    const { base, contributions } = new Ease({ regularization: 5 }).fit(liked).explain(0, 4);
    const sum = contributions.reduce((total, { share }) => total + share, base);
    expect(sum).toBeCloseTo(new Ease({ regularization: 5 }).fit(liked).predict(0, 4), 10);
    const [items, users]: FittedModel[] = [new ItemKnn().fit(liked), new UserKnn().fit(liked)];
    if (!hasSimilarItems(items!) || !hasSimilarUsers(users!))
      throw new Error("KNN has similar items and users");
    expect(kindOf(items.similarItems(0, { count: 1 })[0]!.itemId)).toBe("even");
    expect(kindOf(users.similarUsers(1, { count: 1 })[0]!.userId)).toBe("odd");
  },
  "save / load with ids; export factors / weights": async () => {
    const fitted = new ImplicitAls({ factors: 2 }).fit(liked);
    await saveModel(join(folder, "als.model"), fitted);
    const loaded = await loadModel(join(folder, "als.model"));
    expect(loaded.recommend(3)).toEqual(fitted.recommend(3));
    expect(fitted.learned.itemFactors).toHaveLength(2 * liked.items.size);
  },
  "dataset loaders; other inputs": async () => {
    const { ratings: movies } = await loadDataset("ml-latest-small");
    expect(movies.count).toBe(100_836);
    writeFileSync(join(folder, "books.csv"), "user;isbn;stars\nann;1;5\nbob;2;4\n");
    const columns = { userId: "user", itemId: "isbn", rating: "stars" };
    const csv = await loadRatings(join(folder, "books.csv"), columns);
    expect(csv.count).toBe(2);
    const events = ["view", "buy"].map((event) => JSON.stringify({ userId: "ann", itemId: "dune", event }));
    writeFileSync(join(folder, "shop.jsonl"), events.join("\n"));
    const values = { view: 1, buy: 5 };
    const log = await loadInteractions(join(folder, "shop.jsonl"), { event: "event", values });
    expect(log.get("ann", "dune")).toBe(6);
    const fromDatabase = new Map([["ann", { userId: "ann", itemId: "dune", rating: 4 }]]).values();
    expect(Ratings.from(fromDatabase).get("ann", "dune")).toBe(4);
  },
  "logging / progress / cancel": () => {
    const seen: number[] = [];
    new ImplicitAls({ factors: 2 }).fit(liked, { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(15);
    expect(() => new Bpr().fit(liked, { signal: AbortSignal.abort(new Error("stop")) })).toThrow("stop");
  },
  "reproducibility (seeds)": () => {
    const of = (seed: number) => new FunkSvd({ factors: 2, seed }).fit(ratings).predict(0, 4);
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  },
};

test.each(Object.entries(rows))("%s", (_, program) => program());
