// @module-tag slow
import { expect, test } from "vitest";
import { compare } from "../../../src/evaluation/experiments/compare.js";
import { compareVariants } from "../../../src/evaluation/experiments/compare-variants.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import "../../../src/ratings/interactions.js";

const { ratings: all } = await loadDataset("ml-latest-small");
const ratings = all.withAtLeast({ perItem: 30 });
const splits = kFolds(ratings, { folds: 3, seed: 1 });
const votes = { name: "votes", model: new Popularity() };
const stars = { name: "mean", model: new MeanRating() };

test("the numbers are those of compare, and a model that only ranks has no error", () => {
  const [first, second] = compareVariants([votes, stars], splits);
  const metrics = ["precision@10", "ndcg@10"] as const;
  const [ofVotes] = compare([votes.model], splits, { metrics });
  const [ofMeans] = compare([stars.model], splits, { metrics: ["rmse", ...metrics] });
  expect(first).toMatchObject({ variant: "votes", rmse: Number.NaN, coverage: Number.NaN });
  expect(first.precision).toBeCloseTo(ofVotes["precision@10"], 12);
  expect(first.ndcg).toBeCloseTo(ofVotes["ndcg@10"], 12);
  expect(second.rmse).toBeCloseTo(ofMeans.rmse, 12);
  expect(second.coverage).toBeCloseTo(ofMeans.coverage ?? Number.NaN, 12);
  expect(second.ndcg).toBeCloseTo(ofMeans["ndcg@10"], 12);
});

test("interactions have no errors, and the lists of ratings of which all are relevant", () => {
  const interactions = ratings.toInteractions();
  const [first] = compareVariants([votes], kFolds(interactions, { folds: 3, seed: 1 }));
  const metrics = ["precision@10", "ndcg@10"] as const;
  const [judge] = compare([votes.model], splits, { metrics, relevant: () => true });
  expect(first.rmse).toBeNaN();
  expect(first.precision).toBeCloseTo(judge["precision@10"], 12);
  expect(first.ndcg).toBeCloseTo(judge["ndcg@10"], 12);
});

test("a variant does not differ from itself, and the interval of another holds its difference", () => {
  const [first, second] = compareVariants([votes, stars], splits);
  expect([first.difference, first.low, first.high]).toEqual([0, 0, 0]);
  expect(second.low).toBeLessThan(second.difference);
  expect(second.difference).toBeLessThan(second.high);
  expect(second.high).toBeLessThan(0);
  const [turned] = compareVariants([votes, stars], splits, { against: "mean" });
  expect(turned.difference).toBeCloseTo(-second.difference, 12);
});

test("a variant may be fitted to other train parts, and be given the other ratings", () => {
  const heavy = new Set(ratings.users.ids.filter((userId) => ratings.ofUser(userId).length > 300));
  const model = new ItemKnn({ aggregate: "sum", minCommon: 20 });
  const light = splits.map(({ train, test }) => ({
    train: train.filter(({ userId }) => !heavy.has(userId)),
    given: train.filter(({ userId }) => heavy.has(userId)),
    test,
  }));
  const [same, without, again] = compareVariants(
    [
      { name: "all", model },
      { name: "light", model, splits: light },
      { name: "again", model, splits },
    ],
    splits,
  );
  expect(again).toEqual({ ...same, variant: "again" });
  expect(without.ndcg).not.toBe(same.ndcg);
  expect(without.ndcg).toBeGreaterThan(0.05);
});

test("reports progress after each fit, and a signal stops the work", () => {
  const told: number[] = [];
  compareVariants([votes, stars], splits, { onProgress: ({ done, total }) => told.push(done / total) });
  expect(told).toEqual([0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1]);
  expect(() => compareVariants([votes], splits, { signal: AbortSignal.abort() })).toThrow("abort");
});

test("what cannot be compared is refused", () => {
  expect(() => compareVariants([votes, votes], splits)).toThrow('two variants are called "votes"');
  expect(() => compareVariants([votes], splits, { against: "mean" })).toThrow(
    'against: "mean" is none of "votes"',
  );
  expect(() => compareVariants([votes, { ...stars, splits: splits.slice(1) }], splits)).toThrow(
    'variant "mean" has 2 splits and the others 3',
  );
  expect(() => compareVariants([votes], splits, { count: 0 })).toThrow("count");
});
