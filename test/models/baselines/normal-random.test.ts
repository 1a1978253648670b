import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { NormalRandom } from "../../../src/models/baselines/normal-random.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new NormalRandom(), { drawsInOrder: true });
conformance(new NormalRandom({ generator: "numpy", seed: 3 }), { drawsInOrder: true });

describe("NormalRandom", () => {
  /** Mean 3, and a standard deviation of √(8 / 4) where n divides. */
  const ratings = Ratings.from([
    { userId: 1, itemId: "a", rating: 1 },
    { userId: 1, itemId: "b", rating: 5 },
    { userId: 2, itemId: "a", rating: 3 },
    { userId: 2, itemId: "b", rating: 3 },
  ]);

  test("spreads as the ratings do, by their number", () => {
    expect(new NormalRandom().fit(ratings).standardDeviation).toBeCloseTo(Math.SQRT2, 15);
  });

  test("predictMany draws one number a pair in their order, for pairs that it does not know too", () => {
    const pairs = [
      { userId: 2, itemId: "b" },
      { userId: 9, itemId: "b" },
      { userId: 1, itemId: "a" },
    ];
    const draws = random({ seed: 5, generator: "numpy" });
    const [first, , third] = [draws.normal(), draws.normal(), draws.normal()];
    const fitted = new NormalRandom({ seed: 5, generator: "numpy" }).fit(ratings);
    const [here, unknown, there] = fitted.predictMany(pairs);
    expect(here).toBeCloseTo(3 + Math.SQRT2 * first, 12);
    expect(unknown).toBeNaN();
    expect(there).toBeCloseTo(3 + Math.SQRT2 * third, 12);
  });

  test("a pair's score depends on seed, user and item alone", () => {
    const fitted = new NormalRandom({ seed: 5 }).fit(ratings);
    const score = fitted.predict(1, "a");
    fitted.recommend(2);
    fitted.predictMany([{ userId: 1, itemId: "b" }]);
    expect(fitted.predict(1, "a")).toBe(score);
    const others = [
      fitted.predict(1, "b"),
      fitted.predict(2, "a"),
      new NormalRandom({ seed: 6 }).fit(ratings).predict(1, "a"),
    ];
    expect(new Set([score, ...others]).size).toBe(4);
  });

  test("scores of many pairs have the mean and spread of the ratings", () => {
    const itemIds = Array.from({ length: 20_000 }, (_, item) => item);
    const many = Ratings.from(itemIds.map((itemId) => ({ userId: 0, itemId, rating: 1 + (itemId % 5) })));
    const fitted = new NormalRandom().fit(many);
    const scores = itemIds.map((itemId) => fitted.predict(0, itemId));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
    expect(Math.abs(mean - 3)).toBeLessThan(4 * Math.sqrt(2 / scores.length));
    expect(Math.abs(variance - 2)).toBeLessThan(4 * 2 * Math.sqrt(2 / scores.length));
  });

  test("constant ratings have no variance to draw from", () => {
    const constant = smallRatings.withScale({ min: 1, max: 5 }).filter(({ rating }) => rating === 3);
    expect(new NormalRandom().fit(constant).predict(10, "b")).toBe(3);
  });

  test("refuses a seed that is none", () => {
    expect(() => new NormalRandom({ seed: -1 })).toThrow("seed: -1 is not");
  });
});
