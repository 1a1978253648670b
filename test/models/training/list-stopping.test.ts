import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { Bpr } from "../../../src/models/factors/negative-sampling/bpr.js";
import { LogisticMf } from "../../../src/models/factors/negative-sampling/logistic-mf.js";
import { Warp } from "../../../src/models/factors/negative-sampling/warp.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { holdBack } from "../../../src/models/training/early-stopping.js";
import { listMetric } from "../../../src/models/training/list-stopping.js";
import { Interactions } from "../../../src/ratings/interactions.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { allScores, conformance, smallRatings } from "../contract/conformance.js";

conformance(new Bpr({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));
conformance(new Bpr({ factors: 2, iterations: 4, validation: 0.3, biased: false, precision: "single" }));
conformance(new Warp({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));
conformance(new LogisticMf({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));
conformance(new ImplicitAls({ factors: 2, iterations: 8, validation: 0.3, patience: 2 }));
conformance(
  new ImplicitAls({ factors: 2, iterations: 3, validation: 0.3, optimizer: "cholesky", precision: "single" }),
);

const ratings = simulateRatings({ users: 70, items: 40, count: 900, seed: 4 });
const shared = { factors: 6, iterations: 30, seed: 2 };
const early = { ...shared, validation: 0.2, patience: 3 };
const parts = holdBack(ratings, { ...early, generator: "reelbook" });
const kinds = [
  ["Bpr", Bpr, { learningRate: 0.1, regularization: 0 }],
  ["Warp", Warp, { learningRate: 0.1, regularization: 0 }],
  ["LogisticMf", LogisticMf, { learningRate: 0.5, regularization: 0 }],
  ["ImplicitAls", ImplicitAls, { regularization: 0.0001 }],
  ["ImplicitAls, exact", ImplicitAls, { regularization: 0.0001, optimizer: "cholesky" }],
] as const;

describe.each(kinds)("%s, which learns by heart,", (_, Model, own) => {
  const fitted = new Model({ ...early, ...own }).fit(ratings);
  const { iteration, scores } = fitted.learning;
  const { kept, heldBack } = parts;

  test("stops after so many iterations that are no better, and keeps the best", () => {
    expect(iteration).toBeLessThan(early.iterations - early.patience);
    expect(scores).toHaveLength(iteration + early.patience);
    expect(Math.max(...scores)).toBe(scores[iteration - 1]);
    expect(scores.indexOf(scores[iteration - 1]!)).toBe(iteration - 1);
  });

  test("has the items of as many iterations over the ratings it kept", () => {
    const asLong = new Model({ ...shared, ...own, iterations: iteration }).fit(kept);
    expect(fitted.learned.itemFactors).toEqual(asLong.learned.itemFactors);
    expect(asLong.learning).toEqual({ iteration, scores: [] });
  });

  test("the same seed gives the same model, another one another", () => {
    const again = new Model({ ...early, ...own }).fit(ratings);
    expect(allScores(again)).toEqual(allScores(fitted));
    expect(again.learning).toEqual(fitted.learning);
    expect(allScores(new Model({ ...early, ...own, seed: 3 }).fit(ratings))).not.toEqual(allScores(fitted));
  });

  test("another metric is measured as it says", () => {
    const validationMetric = "recall@100";
    const { learning } = new Model({ ...early, ...own, validationMetric }).fit(ratings);
    // Among the first 100 places of 40 items is every item that is not in the kept part.
    expect(learning).toEqual({ iteration: 1, scores: [1, 1, 1, 1] });
  });

  test("reports all iterations, and stops when it is aborted", () => {
    const reported: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => reported.push(done / total);
    new Model({ ...early, ...own }).fit(ratings, { onProgress });
    expect(reported).toHaveLength(scores.length + 1);
    expect([reported[0], reported.at(-1)]).toEqual([0, 1]);
    expect(() => new Model({ ...early, ...own }).fit(ratings, { signal: AbortSignal.abort() })).toThrow();
  });

  test("leaves out of its lists what was held back, too", () => {
    const { userId, itemId } = heldBack.at(0);
    expect(fitted.recommend(userId, { count: 99 }).map((item) => item.itemId)).not.toContain(itemId);
  });

  test("still knows when it stopped once it was saved or updated", () => {
    expect(modelFromBuffer(modelToBuffer(fitted))).toMatchObject({ learning: { iteration, scores } });
    expect(fitted.update([{ userId: "new", itemId: ratings.items.idOf(0), rating: 5 }])).toMatchObject({
      learning: { iteration, scores },
    });
  });

  test("learns from interactions alike", () => {
    const rows = [...ratings].map(({ userId, itemId }) => ({ userId, itemId }));
    const { learning } = new Model({ ...early, ...own }).fit(Interactions.from(rows));
    expect(learning).toEqual(fitted.learning);
  });
});

test("Bpr: the metric after an iteration is that of the lists on ratings that it has not seen", () => {
  const { learning } = new Bpr(early).fit(ratings);
  const { kept, heldBack } = parts;
  const after2 = new Bpr({ ...shared, iterations: 2 }).fit(kept);
  const { metrics } = evaluateRanking(after2, heldBack, { metrics: ["ndcg@10"], relevant: () => true });
  expect(learning.scores[1]).toBeCloseTo(metrics["ndcg@10"], 12);
});

test.each([Bpr, Warp, LogisticMf])("$kind folds in users of whom it kept nothing", (Model) => {
  const settings = { factors: 2, iterations: 3, validation: 0.6, seed: 1 };
  const { kept } = holdBack(smallRatings, { ...settings, generator: "reelbook" });
  const without = kept.users.ids.filter((userId) => kept.ofUser(userId).length === 0);
  expect(without.length).toBeGreaterThan(0);
  const fitted = new Model(settings).fit(smallRatings);
  for (const userId of without) {
    const folded = fitted.foldIn(smallRatings.ofUser(userId));
    expect(fitted.recommend(userId)).toEqual(folded.recommend());
    expect(fitted.recommend(userId).length).toBeGreaterThan(0);
  }
});

test("with relevantFrom, only higher ratings are held back", () => {
  const settings = { ...early, relevantFrom: 4 };
  const liked = ratings.filter(({ rating }) => rating >= 4);
  expect(new ImplicitAls(settings).fit(ratings).learning.scores[0]).not.toBeNaN();
  expect(() => new ImplicitAls({ ...settings, validation: 0.9 / liked.count }).fit(ratings)).toThrow(
    `of ${liked.count} ratings is less than one; hold back a larger share, or 0`,
  );
});

describe("listMetric", () => {
  const train = Ratings.from([
    ...["a", "b", "c"].map((itemId) => ({ userId: 1, itemId, rating: 5 })),
    ...["a", "b"].map((itemId) => ({ userId: 2, itemId, rating: 5 })),
    { userId: 3, itemId: "a", rating: 5 },
  ]);
  const fitted = new Popularity().fit(train);
  // User 3 sees b, c; user 2 sees c.
  const heldBack = Ratings.from([
    { userId: 1, itemId: "a", rating: 1 },
    { userId: 2, itemId: "b", rating: 1 },
    { userId: 3, itemId: "c", rating: 1 },
  ]);
  const of3 = heldBack.withColumns({
    ...heldBack,
    users: train.users,
    items: train.items,
    userIndices: Int32Array.of(2),
    itemIndices: Int32Array.of(2),
    values: Float64Array.of(1),
    timestamps: undefined,
  });

  test("by hand: the second place has a gain of 1 / log2(3), and all is recalled", () => {
    expect(listMetric(fitted, of3, { validationMetric: "ndcg@10" })).toBeCloseTo(1 / Math.log2(3), 12);
    expect(listMetric(fitted, of3, { validationMetric: "recall@10" })).toBe(1);
  });
});

test("another metric than one of lists is refused", () => {
  const wrong = "rmse" as "ndcg@10";
  for (const Model of [Bpr, Warp, LogisticMf, ImplicitAls]) {
    expect(() => new Model({ validationMetric: wrong })).toThrow(
      'validationMetric: "rmse" is none of "ndcg@10", "recall@10", "ndcg@100", "recall@100"',
    );
    expect(() => new Model({ validation: 0.01 }).fit(smallRatings)).toThrow(
      "validation: 0.01 of 13 ratings is less than one",
    );
  }
});
