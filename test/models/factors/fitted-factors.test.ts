import { describe, expect, test } from "vitest";
import { dot } from "../../../src/math/dot.js";
import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Nmf } from "../../../src/models/factors/nmf.js";
import { SvdPlusPlus } from "../../../src/models/factors/svd-plus-plus.js";
import { Ratings } from "../../../src/ratings/ratings.js";

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

  test("similar items have the cosine of their factors, whichever item was asked for first", () => {
    const fitted = new FunkSvd({ factors: 3, iterations: 5, seed: 1 }).fit(checkerboard);
    const { itemFactors } = fitted.learned;
    const factorsOf = (item: number) => itemFactors.slice(3 * item, 3 * item + 3);
    const norm = (x: Float64Array) => Math.hypot(...x);
    for (const item of [7, 2]) {
      const similar = fitted.similarItems(item);
      expect(similar.map(({ itemId }) => itemId)).not.toContain(item);
      expect(similar).toHaveLength(checkerboard.items.size - 1);
      for (const { itemId, similarity } of similar) {
        const [a, b] = [factorsOf(fitted.items.indexOf(item)), factorsOf(fitted.items.indexOf(itemId))];
        expect(similarity).toBeCloseTo(dot(a, b) / (norm(a) * norm(b)), 12);
      }
    }
  });

  test("refuse settings out of range", () => {
    expect(() => new FunkSvd({ factors: 0 })).toThrow("factors: 0 is not a whole number of at least 1");
    expect(() => new SvdPlusPlus({ regularization: -1 })).toThrow("regularization: -1");
    expect(() => new FunkSvd({ learningRateDecay: 1 })).toThrow(
      "learningRateDecay: 1 is not a number from 0 to below 1",
    );
    expect(() => new FunkSvd({ seed: -1 })).toThrow("seed: -1");
  });
});
