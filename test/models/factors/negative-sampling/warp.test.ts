import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../../src/evaluation/experiments/evaluate-ranking.js";
import { perUserSplit } from "../../../../src/evaluation/splits/per-user-split.js";
import { Popularity } from "../../../../src/models/baselines/popularity.js";
import { Warp } from "../../../../src/models/factors/negative-sampling/warp.js";
import { loadDataset } from "../../../../src/node/load-dataset.js";
import { Ratings } from "../../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../../contract/conformance.js";
import { camps } from "./camps.js";

conformance(new Warp({ factors: 3, iterations: 5 }));
conformance(new Warp({ factors: 2, iterations: 3, biased: false, trials: 1, generator: "numpy" }));

describe("Warp", () => {
  test("by hand: one user, one rated and one unrated item, each step of weight H(1) = 1", () => {
    const two = Ratings.from([
      { userId: "ann", itemId: "a", rating: 1 },
      { userId: "bob", itemId: "a", rating: 1 },
      { userId: "bob", itemId: "b", rating: 1 },
    ]);
    const settings = { initialScale: 0, regularization: 0, learningRate: 0.25, trials: 1 };
    // Factors of 0 stay 0. Ann's rating moves the biases by 0.25 until they differ by 1.
    const of = (iterations: number) => new Warp({ ...settings, iterations }).fit(two).learned.itemBiases;
    expect([...of(1)]).toEqual([0.25, -0.25]);
    expect([...of(2)]).toEqual([0.5, -0.5]);
    expect([...of(9)]).toEqual([0.5, -0.5]);
  });

  test("sees two camps, fills in what is missing, and folds in", () => {
    const fitted = new Warp({ factors: 2, iterations: 60, learningRate: 0.02, regularization: 0.02 }).fit(
      camps,
    );
    for (const userId of camps.users.ids) {
      const unseen = fitted
        .recommend(userId)
        .filter(({ itemId }) => (Number(userId) + Number(itemId)) % 2 === 0);
      const others = fitted
        .recommend(userId)
        .filter(({ itemId }) => (Number(userId) + Number(itemId)) % 2 === 1);
      expect(Math.min(...unseen.map(({ score }) => score))).toBeGreaterThan(
        Math.max(...others.map(({ score }) => score)),
      );
    }
    expect(fitted.inStars).toBe(false);
    const newUser = fitted.foldIn([{ itemId: 1, rating: 1 }]);
    expect(newUser.predict(3)).toBeGreaterThan(newUser.predict(2));
  });

  test("makes the weighted hinge over all pairs fall", () => {
    /** Σ over users and rated items: H(number of violating items), the loss that WARP bounds. */
    const loss = (iterations: number) => {
      const fitted = new Warp({ factors: 4, iterations, learningRate: 0.02, regularization: 0 }).fit(
        smallRatings,
      );
      const score = (userId: number, itemId: string) => fitted.predict(userId, itemId);
      let total = 0;
      for (const { userId, itemId } of smallRatings) {
        const [user, rated] = [Number(userId), String(itemId)];
        const violating = smallRatings.items.ids
          .map(String)
          .filter((other) => Number.isNaN(smallRatings.get(user, other)))
          .filter((other) => score(user, other) > score(user, rated) - 1);
        for (let rank = 1; rank <= violating.length; rank++) total += 1 / rank;
      }
      return total;
    };
    const losses = [1, 30, 300].map(loss);
    expect(losses[1]).toBeLessThan(losses[0]!);
    expect(losses[2]).toBeLessThan(0.2 * losses[0]!);
  });

  test("another seed learns other numbers, and settings out of range are refused", () => {
    const of = (seed: number) =>
      new Warp({ factors: 2, iterations: 2, seed }).fit(smallRatings).predict(10, "e");
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
    expect(() => new Warp({ trials: 0 })).toThrow("trials: 0");
    const steep = { learningRate: 300, regularization: 1, iterations: 300 };
    expect(() => new Warp(steep).fit(smallRatings)).toThrow(/Warp diverged in iteration \d+: .* below 300/);
    const full = smallRatings.filter(({ userId, itemId }) => userId === 10 && itemId === "a");
    expect(() => new Warp().fit(full)).toThrow("all 1 users have rated all 1 items");
  });

  test("ranks movies better than Popularity", {
    tags: "slow",
  }, async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const { train } = perUserSplit(ratings, { testShare: 0.2 });
    const inner = perUserSplit(train, { testShare: 0.2 });
    const metrics = ["ndcg@10"] as const;
    const popular = evaluateRanking(new Popularity().fit(inner.train), inner.test, { metrics });
    const fitted = new Warp().fit(inner.train);
    const own = evaluateRanking(fitted, inner.test, { metrics });
    expect(own.metrics["ndcg@10"]).toBeGreaterThan(1.1 * popular.metrics["ndcg@10"]);
  });
});
