import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { NormalRandom } from "../../../src/models/baselines/normal-random.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import type { Model } from "../../../src/models/contract/model.js";
import { RankBlend } from "../../../src/models/ensembles/rank-blend.js";
import { PureSvd } from "../../../src/models/factors/pure-svd.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import type { Feedback } from "../../../src/ratings/feedback.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new RankBlend([new Popularity(), new ItemKnn({ minNeighbors: 2 })], { weights: [1, 0.5] }));
conformance(new RankBlend([new SlopeOne(), new PureSvd({ factors: 2 })], { rounds: 4 }));

/** A model, and all ratings that it was fitted to. */
function watched(model: Model): { model: Model; seen: Feedback[] } {
  const seen: Feedback[] = [];
  const { name, settings } = model;
  const fit: Model["fit"] = (ratings, work) => {
    seen.push(ratings);
    return model.fit(ratings, work);
  };
  return { model: { name, settings, fit }, seen };
}

const simulated = simulateRatings({ users: 200, items: 150, count: 6000, seed: 4 });

describe("RankBlend", () => {
  test("adds up standard scores over the items that a user has not rated, worked out by hand", () => {
    // Users 1–4 rate a 4, b 3, c 2, d 1 times; user 9 has rated a alone.
    const rows = ["abcd", "abc", "ab", "a"].flatMap((items, user) =>
      [...items].map((itemId) => ({ userId: user + 1, itemId, rating: 5 })),
    );
    const ratings = Ratings.from([...rows.slice(0, -1), { userId: 9, itemId: "a", rating: 1 }]);
    const fitted = new RankBlend([new Popularity(), new MeanRating()], { weights: [2, 3] }).fit(ratings);
    // b, c, d have 3, 2, 1 ratings: mean 2, standard deviation √(2 / 3). Their mean ratings are
    // damped towards 4.6.
    const z = 1 / Math.sqrt(2 / 3);
    const means = new MeanRating().fit(ratings);
    const [b, c, d] = ["b", "c", "d"].map((itemId) => means.predict(9, itemId)) as [number, number, number];
    const mean = (b + c + d) / 3;
    const deviation = Math.sqrt(((b - mean) ** 2 + (c - mean) ** 2 + (d - mean) ** 2) / 3);
    expect(fitted.predict(9, "b")).toBeCloseTo(2 * z + (3 * (b - mean)) / deviation, 10);
    expect(fitted.predict(9, "d")).toBeCloseTo(-2 * z + (3 * (d - mean)) / deviation, 10);
    expect(fitted.predict(9, "a")).toBeCloseTo(
      (2 * (4 - 2)) / Math.sqrt(2 / 3) + (3 * (means.predict(9, "a") - mean)) / deviation,
      10,
    );
  });

  test("does not depend on offset and unit of a model's scores", () => {
    const stretched: Model = {
      name: "Stretched",
      settings: {},
      fit(ratings: Ratings) {
        const fitted = new MeanRating().fit(ratings);
        const scoreItems = (user: number, into: Float64Array) => {
          fitted.scoreItems(user, into);
          for (let k = 0; k < into.length; k++) into[k] = 7 + 100 * into[k]!;
        };
        return Object.assign(Object.create(fitted), { scoreItems });
      },
    };
    const plain = new RankBlend([new Popularity(), new MeanRating()], { weights: [1, 2] }).fit(simulated);
    const other = new RankBlend([new Popularity(), stretched], { weights: [1, 2] }).fit(simulated);
    for (const userId of [1, 2, 3]) {
      const ids = (fitted: typeof plain) => fitted.recommend(userId).map(({ itemId }) => itemId);
      expect(ids(other)).toEqual(ids(plain));
    }
  });

  test("a blend of one model ranks as the model", () => {
    const alone = new RankBlend([new SlopeOne()]).fit(simulated);
    const slopeOne = new SlopeOne().fit(simulated);
    for (const userId of [1, 5, 9]) {
      expect(alone.recommend(userId).map(({ itemId }) => itemId)).toEqual(
        slopeOne.recommend(userId).map(({ itemId }) => itemId),
      );
    }
    expect(alone.weights).toEqual([1]);
  });

  test("a missing score counts as the model's lowest, and an item that no model scores is NaN", () => {
    const some = new MeanRating({ minRatings: 3 });
    const fitted = new RankBlend([new Popularity(), some], { weights: [1, 1] }).fit(smallRatings);
    const silent = new RankBlend([new Popularity(), some], { weights: [0, 1] }).fit(smallRatings);
    const unscored = smallRatings.items.ids.filter((itemId) =>
      Number.isNaN(some.fit(smallRatings).predict(10, itemId)),
    );
    expect(unscored.length).toBeGreaterThan(0);
    for (const itemId of unscored) {
      expect(fitted.predict(10, itemId)).not.toBeNaN();
      expect(silent.predict(10, itemId)).toBeNaN();
      expect(silent.explain(10, itemId)).toEqual({ base: Number.NaN, contributions: [] });
    }
  });

  test("chooses weights on ratings that no model has seen, and fits to all in the end", () => {
    const { model, seen } = watched(new Popularity());
    new RankBlend([model], { validation: 0.25, seed: 2 }).fit(simulated);
    expect(seen.map(({ count }) => count)).toEqual([4500, 6000]);
    expect(seen[1]).toBe(simulated);
  });

  test("chooses weights on several parts, which hold each rating at most once", () => {
    const { model, seen } = watched(new Popularity());
    new RankBlend([model], { validation: 0.25, parts: 4, seed: 2 }).fit(simulated);
    expect(seen.map(({ count }) => count)).toEqual([4500, 4500, 4500, 4500, 6000]);
    const pairs = (ratings: Feedback) => [...ratings].map(({ userId, itemId }) => `${userId} ${itemId}`);
    const heldBack = seen.slice(0, 4).flatMap((kept) => {
      const isKept = new Set(pairs(kept));
      return pairs(simulated).filter((pair) => !isKept.has(pair));
    });
    expect(heldBack.sort()).toEqual(pairs(simulated).sort());
  });

  test("several parts choose the weights that are best on all of them together", () => {
    const members = [new Popularity(), new PureSvd({ factors: 3 }), new NormalRandom()];
    const settings = { validation: 0.1, rounds: 10 };
    const [one, four] = [1, 4].map((parts) => new RankBlend(members, { ...settings, parts }).fit(simulated));
    expect(four!.weights).not.toEqual(one!.weights);
    expect(four!.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test("a held-back rating of exactly relevantFrom is relevant", () => {
    const fours = Ratings.from([...simulated].map((row) => ({ ...row, rating: 4 })));
    const fitted = new RankBlend([new Popularity()], { relevantFrom: 4 }).fit(fours);
    expect(fitted.weights).toEqual([1]);
  });

  test("a model that ranks at random gets the least weight, and the blend is as good as its best", () => {
    const { train, test: held } = randomSplit(simulated, { seed: 1 });
    const members = [new NormalRandom(), new Popularity(), new PureSvd({ factors: 3 })];
    const fitted = new RankBlend(members).fit(train);
    expect(fitted.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(fitted.weights[0]!).toBeLessThan(Math.min(fitted.weights[1]!, fitted.weights[2]!));
    const ndcg = (model: Model) =>
      evaluateRanking(model.fit(train), held, { metrics: ["ndcg@10"], relevant: () => true }).metrics[
        "ndcg@10"
      ];
    const errors = members.map(ndcg);
    expect(ndcg(new RankBlend(members))).toBeGreaterThan(Math.max(...errors) - 0.01);
  });

  test("adds up the explanations of its models, a rating once", () => {
    const fitted = new RankBlend(
      [new SlopeOne(), new ItemKnn({ similarity: "msd", center: "mean" }), new Baseline()],
      {
        weights: [1, 2, 1],
      },
    ).fit(smallRatings);
    const { base, contributions } = fitted.explain(20, "c");
    expect(new Set(contributions.map(({ itemId }) => itemId)).size).toBe(contributions.length);
    expect(contributions.length).toBeGreaterThan(0);
    expect(contributions.reduce((sum, { share }) => sum + share, base)).toBeCloseTo(
      fitted.predict(20, "c"),
      10,
    );
  });

  test("reports each fit and each round, and stops when it is aborted", () => {
    const reported: number[] = [];
    const blend = new RankBlend([new Popularity(), new Baseline()], { rounds: 3 });
    blend.fit(simulated, { onProgress: ({ done, total }) => reported.push(done / total) });
    expect(reported[0]).toBe(0);
    expect(reported.at(-1)).toBe(1);
    expect(reported).toEqual([...reported].sort((a, b) => a - b));
    expect(() => blend.fit(simulated, { signal: AbortSignal.abort() })).toThrow();
  });

  test("refuses what is no blend", () => {
    const two = [new Popularity(), new Baseline()];
    expect(() => new RankBlend([])).toThrow("RankBlend takes at least one model; the list is empty");
    expect(() => new RankBlend(two, { weights: [1] })).toThrow(
      "weights: [1] is not a finite number for each of 2 models",
    );
    expect(() => new RankBlend(two, { weights: [0, 0] })).toThrow("one of them other than 0");
    expect(() => new RankBlend(two, { weights: [1, Number.NaN] })).toThrow("weights: [1, NaN]");
    expect(() => new RankBlend(two, { validation: 1 })).toThrow(
      "validation: 1 is not a number from 0 to below 1",
    );
    expect(() => new RankBlend(two, { relevantFrom: -1 })).toThrow("relevantFrom: -1");
    expect(() => new RankBlend(two, { count: 0 })).toThrow("count: 0");
    expect(() => new RankBlend(two, { rounds: 0 })).toThrow("rounds: 0");
    expect(() => new RankBlend(two, { parts: 0 })).toThrow("parts: 0");
    expect(() => new RankBlend(two, { parts: 4, validation: 0.3 })).toThrow(
      "parts: 4 × 0.3 (validation) is above 1; lower one of them",
    );
    expect(() => new RankBlend(two, { validation: 0 }).fit(smallRatings)).toThrow(
      "validation: 0 of 13 ratings leaves no user",
    );
    expect(() => new RankBlend(two, { relevantFrom: 6 }).fit(smallRatings)).toThrow(
      "a rating of at least 6 (relevantFrom) held back",
    );
  });
});
