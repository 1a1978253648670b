import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { rmse } from "../../../src/evaluation/metrics/rating-errors.js";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { SvdPlusPlus, type SvdPlusPlusSettings } from "../../../src/models/factors/svd-plus-plus.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new FunkSvd({ factors: 3, iterations: 5 }));
conformance(
  new FunkSvd({ factors: 2, iterations: 3, biased: false, generator: "numpy", learningRateDecay: 0.1 }),
);
conformance(new SvdPlusPlus({ factors: 3, iterations: 5 }));
conformance(new SvdPlusPlus({ factors: 2, iterations: 3, deferred: true }));
conformance(new ExplicitAls({ factors: 3, iterations: 3 }));
conformance(new ExplicitAls({ factors: 2, iterations: 2, biased: false, regularization: 0 }));
conformance(new Nmf({ factors: 3, iterations: 5 }));

describe("models of factors", () => {
  const checkerboard = Ratings.from(
    Array.from({ length: 12 * 10 }, (_, k) => ({ userId: k % 12, itemId: Math.floor(k / 12) }))
      .filter(({ userId, itemId }) => (userId + 3 * itemId) % 7 !== 0)
      .map(({ userId, itemId }) => ({ userId, itemId, rating: (userId + itemId) % 2 === 0 ? 5 : 1 })),
  );

  test.each([
    new FunkSvd({ factors: 4, iterations: 300, learningRate: 0.02, seed: 1 }),
    new SvdPlusPlus({
      factors: 4,
      iterations: 300,
      learningRate: 0.02,
      learningRateDecay: 0,
      regularization: 0.02,
      initialScale: 0.1,
    }),
    new Nmf({ factors: 4, iterations: 300, regularization: 0.01 }),
    new ExplicitAls({ factors: 4, iterations: 30, regularization: 0.02 }),
  ])("$name sees a checkerboard, and fills in what is missing", (model) => {
    const fitted = model.fit(checkerboard);
    for (const [userId, itemId] of [
      [0, 0],
      [4, 1],
      [1, 2],
      [5, 3],
    ] as const) {
      expect(checkerboard.get(userId, itemId)).toBeNaN();
      const isBright = (userId + itemId) % 2 === 0;
      expect(fitted.predict(userId, itemId) > 3, `${model.name} ${userId} ${itemId}`).toBe(isBright);
    }
    const newUser = fitted.foldIn([
      { itemId: 0, rating: 5 },
      { itemId: 1, rating: 1 },
      { itemId: 3, rating: 1 },
    ]);
    expect(newUser.predict(2)).toBeGreaterThan(newUser.predict(5));
    expect(fitted.similarItems(0, { count: 3 }).every(({ itemId }) => Number(itemId) % 2 === 0)).toBe(true);
  });

  test("another seed starts elsewhere, the same one at the same place", () => {
    const of = (seed: number) =>
      new FunkSvd({ factors: 2, iterations: 2, seed }).fit(smallRatings).predict(10, "e");
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
  });

  test("the default implicitRegularization of SvdPlusPlus is higher with deferred", () => {
    const penaltyOf = (settings: Partial<SvdPlusPlusSettings>) =>
      new SvdPlusPlus(settings).settings.implicitRegularization;
    expect([penaltyOf({}), penaltyOf({ deferred: true })]).toEqual([0.005, 0.5]);
    expect(penaltyOf({ deferred: true, implicitRegularization: 0 })).toBe(0);
  });

  test("say at which iteration they diverged, and what to change", () => {
    const wild = new FunkSvd({ factors: 2, iterations: 500, learningRate: 5 });
    expect(() => wild.fit(smallRatings)).toThrow(
      /FunkSvd diverged in iteration \d+: .* set learningRate below 5, or a higher regularization/,
    );
  });

  test("without biases say nothing of half a pair", () => {
    expect(new FunkSvd({ factors: 2, biased: false }).fit(smallRatings).partialScore(0, -1)).toBeNaN();
    expect(new FunkSvd({ factors: 2 }).fit(smallRatings).partialScore(0, -1)).not.toBeNaN();
  });

  test("refuse settings and ratings out of range", () => {
    expect(() => new FunkSvd({ factors: 0 })).toThrow("factors: 0 is not a whole number of at least 1");
    expect(() => new SvdPlusPlus({ regularization: -1 })).toThrow("regularization: -1");
    expect(() => new FunkSvd({ learningRateDecay: 1 })).toThrow(
      "learningRateDecay: 1 is not a number from 0 to below 1",
    );
    expect(() => new FunkSvd({ seed: -1 })).toThrow("seed: -1");
    const negative = smallRatings.concat([{ userId: 1, itemId: "a", rating: -1 }]);
    expect(() => new Nmf().fit(negative)).toThrow(
      "row 13: rating -1 is below 0; Nmf needs ratings of at least 0",
    );
  });

  test("gradient descent on ml-latest-small gives the digits of a published tutorial", async () => {
    const { ratings } = await loadDataset("ml-latest-small");
    const rows = Int32Array.from({ length: ratings.count }, (_, row) => row);
    const [train, test] = [
      ratings.selectRows(rows.subarray(0, 80668)),
      ratings.selectRows(rows.subarray(80668)),
    ];
    const fitted = new FunkSvd({ seed: 15, generator: "numpy" }).fit(train);
    const clippedTo5 = (part: Ratings) =>
      evaluateRatings(fitted, part, { clip: false }).predictions.map((value) =>
        Math.min(5, Math.max(1, value)),
      );
    const printed = [4.30619518, 3.94173484, 4.54355566];
    for (const [k, value] of printed.entries())
      expect(Math.abs(clippedTo5(train)[k]! - value)).toBeLessThan(1e-8);
    expect(Math.abs(rmse(train.values, clippedTo5(train)) - 0.6455039927)).toBeLessThan(1e-8);
    expect(Math.abs(rmse(test.values, clippedTo5(test)) - 0.9981558425)).toBeLessThan(1e-8);
  });
});
