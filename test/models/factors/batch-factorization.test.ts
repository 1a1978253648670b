import { Matrix, SVD } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { BatchFactorization } from "../../../src/models/factors/batch-factorization.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance } from "../contract/conformance.js";

conformance(new BatchFactorization({ iterations: 5 }));
conformance(new BatchFactorization({ iterations: 5, center: "none", factors: 2, generator: "numpy" }));

/**
 * The nine steps' ratings, the author's own first: movies as rows, users as columns, 0 for none.
 */
const table = [
  [7, 8, 4, 0, 0, 4],
  [0, 0, 0, 8, 10, 4],
  [0, 8, 10, 0, 0, 6],
  [0, 10, 10, 8, 10, 10],
  [8, 0, 0, 0, 0, 0],
  [0, 2, 0, 4, 0, 6],
  [0, 8, 6, 4, 0, 0],
  [3, 0, 0, 6, 4, 0],
  [0, 0, 6, 0, 4, 10],
  [0, 0, 4, 6, 8, 8],
];
const ratings = Ratings.from(
  table
    .flatMap((row, itemId) => row.map((rating, userId) => ({ userId, itemId, rating })))
    .filter(({ rating }) => rating > 0),
);

/** The first and last rows of the predictions that the tutorial prints. */
const printed = {
  0: [0.0620198, 0.34417418, 0.39180877, 0.30865685, 0.35675296, 0.4402625],
  9: [0.09182245, 0.50956171, 0.58008636, 0.45697709, 0.52818504, 0.65182379],
};

describe("BatchFactorization", () => {
  test.each([0, 1, 2])("reaches the tutorial's cost and predictions from any start (seed %i)", (seed) => {
    const settings = { regularization: 30, center: "none", seed, iterations: 2000 } as const;
    const { descent, ...fitted } = new BatchFactorization(settings).fit(ratings);
    expect(fitted).toBeDefined();
    expect(descent.stopped).toBe("tolerance");
    expect(descent.cost).toBeCloseTo(804.267603, 6);
  });

  test("predicts what the tutorial prints", () => {
    const fitted = new BatchFactorization({ regularization: 30, center: "none", iterations: 2000 }).fit(
      ratings,
    );
    for (const [itemId, row] of Object.entries(printed)) {
      for (const [userId, value] of row.entries())
        expect(Math.abs(fitted.predict(userId, Number(itemId)) - value)).toBeLessThan(3e-7);
    }
  });

  test("without the item's means, 30 is too much: nothing is left but the means", () => {
    const fitted = new BatchFactorization({ regularization: 30, iterations: 2000 }).fit(ratings);
    expect(fitted.descent.cost).toBeCloseTo(46.475, 3);
    expect(fitted.predict(0, 1)).toBeCloseTo(22 / 3, 6);
  });

  test("with 3 it is not, and the best of some starts is the known minimum", () => {
    const costs = Array.from(
      { length: 8 },
      (_, seed) =>
        new BatchFactorization({ regularization: 3, iterations: 3000, seed }).fit(ratings).descent.cost,
    );
    expect(Math.min(...costs)).toBeCloseTo(36.657594, 6);
  });

  test("a new user gets the factors of a user with the same ratings, or the means without ratings", () => {
    const fitted = new BatchFactorization({ regularization: 3, iterations: 3000 }).fit(ratings);
    expect(fitted.foldIn([]).predict(3)).toBeCloseTo(9.6, 9);
    expect(fitted.foldIn(ratings.ofUser(5)).predict(4)).toBeCloseTo(fitted.predict(5, 4), 5);
  });

  test("refuses settings that make no sense, by name", () => {
    expect(() => new BatchFactorization({ regularization: -1 })).toThrow(
      "regularization: -1 is not a number of at least 0",
    );
    expect(() => new BatchFactorization({ factors: 0 })).toThrow(
      "factors: 0 is not a whole number of at least 1",
    );
    expect(() => new BatchFactorization({ center: "mean" as never })).toThrow(
      'center: "mean" is none of "none"',
    );
  });

  test("gives no score to a movie without ratings", () => {
    const fitted = new BatchFactorization({ iterations: 5 }).fit(
      ratings.filter(({ itemId }) => itemId !== 4),
    );
    expect(fitted.predict(0, 4)).toBeNaN();
    expect(fitted.foldIn([]).predict(4)).toBeNaN();
    expect(fitted.recommend(0, { excludeSeen: false }).map(({ itemId }) => itemId)).not.toContain(4);
  });

  test("says in which iteration it diverged, and what to change", () => {
    const wild = new BatchFactorization({ initialScale: 1e160 });
    expect(() => wild.fit(ratings)).toThrow(
      /BatchFactorization diverged in iteration 0: .* set initialScale below 1e\+160/,
    );
  });

  test("0 is the minimum from the largest singular value of the ratings on, and no longer just below it", () => {
    const largest = new SVD(new Matrix(table)).diagonal[0]!;
    const costAt = (regularization: number) =>
      new BatchFactorization({ regularization, center: "none", iterations: 5000 }).fit(ratings).descent.cost;
    expect(costAt(1.01 * largest)).toBeCloseTo(809, 9);
    expect(costAt(0.99 * largest)).toBeLessThan(809 - 1e-3);
  });
});
