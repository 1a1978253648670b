import { describe, expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
} from "../../../src/models/contract/model.js";
import { Blend } from "../../../src/models/ensembles/blend.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { SlopeOne } from "../../../src/models/neighbors/slope-one.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new Blend([new ItemKnn({ minNeighbors: 2 }), new Baseline()]));
conformance(
  new Blend([new SlopeOne(), new Blend([new MeanRating({ minRatings: 2 }), new Baseline()])], {
    folds: 3,
    positiveOnly: false,
  }),
);

/**
 * A model whose score of a pair is a formula of its ids, NaN where it does not know; it counts its
 * fits.
 */
class Formula implements Model {
  readonly name = "Formula";
  readonly settings = Object.freeze({});
  readonly seen: Ratings[] = [];
  readonly #score: (user: number, item: number) => number;

  constructor(score: (user: number, item: number) => number) {
    this.#score = score;
  }

  fit(ratings: Ratings): FittedModel {
    this.seen.push(ratings);
    return new FittedFormula(ratings, this.#score);
  }
}

class FittedFormula extends FittedModel {
  readonly name = "Formula";
  readonly settings = {};
  readonly inStars = true;
  readonly #score: (user: number, item: number) => number;

  constructor(ratings: Ratings, score: (user: number, item: number) => number) {
    super(ratings);
    this.#score = score;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const user = Number(this.ratings.users.idOf(userIndex));
    for (let item = 0; item < into.length; item++)
      into[item] = this.#score(user, Number(this.items.idOf(item)));
  }

  scoreItemsFor({ userIndex }: History, into: Float64Array): void {
    this.scoreItems(userIndex, into);
  }

  explainFor({ userIndex }: History, itemIndex: number): Explanation {
    return { base: this.scoreItem(userIndex, itemIndex), contributions: [] };
  }

  state(): Record<string, never> {
    return {};
  }
}

/** Eight users and six items, all rated. */
const grid = (rating: (user: number, item: number) => number) =>
  Ratings.from(
    Array.from({ length: 48 }, (_, cell) => {
      const [userId, itemId] = [cell % 8, Math.floor(cell / 8)];
      return { userId, itemId, rating: rating(userId, itemId) };
    }),
  );
const byUser = (user: number) => user;
const byBoth = (user: number, item: number) => (user * item) % 5;

describe("Blend", () => {
  test("finds the weights that made the ratings", () => {
    const ratings = grid((user, item) => 1.5 + 0.25 * byUser(user) + 0.6 * byBoth(user, item));
    const fitted = new Blend([new Formula(byUser), new Formula(byBoth)]).fit(ratings);
    expect(fitted.weights[0]).toBeCloseTo(0.25, 10);
    expect(fitted.weights[1]).toBeCloseTo(0.6, 10);
    expect(fitted.intercept).toBeCloseTo(1.5, 10);
    expect(fitted.predict(3, 4)).toBeCloseTo(1.5 + 0.75 + 0.6 * 2, 10);
  });

  test("keeps weights at 0 or above, unless positiveOnly is false", () => {
    const models = () => [new Formula(byUser), new Formula(byBoth)];
    const ratings = grid((user, item) => 5 + 0.5 * byUser(user) - 0.6 * byBoth(user, item));
    expect(new Blend(models()).fit(ratings).weights[1]).toBe(0);
    const free = new Blend(models(), { positiveOnly: false }).fit(ratings);
    expect(free.weights[0]).toBeCloseTo(0.5, 10);
    expect(free.weights[1]).toBeCloseTo(-0.6, 10);
  });

  test("the same model twice shares one weight, and a constant one gets none", () => {
    const ratings = grid((user) => 1 + 0.5 * user);
    const fitted = new Blend([new Formula(byUser), new Formula(byUser), new Formula(() => 3)]).fit(ratings);
    expect(fitted.weights[0]! + fitted.weights[1]!).toBeCloseTo(0.5, 10);
    expect(fitted.weights[2]).toBe(0);
  });

  test("weights come from ratings that a model has not seen, each of them once", () => {
    const model = new Formula(byUser);
    const ratings = grid(byBoth);
    new Blend([model], { folds: 4, seed: 3 }).fit(ratings);
    const key = ({ userId, itemId }: { userId: unknown; itemId: unknown }) => `${userId} ${itemId}`;
    const [all, folds] = [[...ratings].map(key), model.seen.slice(0, 4).map((part) => [...part].map(key))];
    expect(model.seen).toHaveLength(5);
    expect([...model.seen[4]!].map(key)).toEqual(all);
    const heldOut = folds.flatMap((part) => all.filter((pair) => !part.includes(pair)));
    expect(heldOut.sort()).toEqual([...all].sort());
    for (const part of folds) expect(part).toEqual(all.filter((pair) => part.includes(pair)));
  });

  test("a model that memorizes ratings gets no weight for it", () => {
    const ratings = grid((user, item) => 1 + ((user * 7 + item * 3) % 5));
    const memorizing: Model = {
      name: "Memorizing",
      settings: {},
      fit: (part: Ratings) =>
        new FittedFormula(part, (user, item) =>
          Number.isNaN(part.get(user, item)) ? part.mean : part.get(user, item),
        ),
    };
    const fitted = new Blend([memorizing, new Formula((user, item) => (user * 7 + item * 3) % 5)]).fit(
      ratings,
    );
    expect(fitted.weights[0]!).toBeLessThan(0.05);
    expect(fitted.weights[1]!).toBeCloseTo(1, 6);
  });

  test("where a model has no score, its partial score replaces it, or else the mean of the other models", () => {
    const withoutUser7 = (score: (user: number, item: number) => number) => (user: number, item: number) =>
      user === 7 ? Number.NaN : score(user, item);
    const ratings = grid((user, item) => 1 + 0.5 * item + 0.1 * byBoth(user, item));
    const members = [
      new Formula(withoutUser7((_, item) => item)),
      new Formula(byBoth),
      new Formula(() => Number.NaN),
    ];
    const fitted = new Blend(members).fit(ratings);
    const [first, second, third] = fitted.weights as [number, number, number];
    expect(fitted.predict(7, 4)).toBeCloseTo(fitted.intercept + (first + second + third) * byBoth(7, 4), 10);
    const { base, contributions } = fitted.explain(7, 4);
    expect(contributions).toEqual([]);
    expect(base).toBeCloseTo(fitted.predict(7, 4), 10);

    const withBaseline = new Blend([
      new ItemKnn({ minNeighbors: 99, center: "baseline" }),
      new Baseline(),
    ]).fit(smallRatings);
    const baseline = withBaseline.models[1]!;
    const [knn, own] = withBaseline.weights as [number, number];
    const score = baseline.predict(10, "e");
    expect(withBaseline.predict(10, "e")).toBeCloseTo(withBaseline.intercept + (knn + own) * score, 10);
  });

  test("gives NaN to unknown ids, and blends partial scores", () => {
    const fitted = new Blend([new Baseline(), new SlopeOne()]).fit(smallRatings);
    expect(fitted.predict(99, "a")).toBeNaN();
    const baseline = fitted.models[0]!.partialScore(-1, 0);
    const [first, second] = fitted.weights as [number, number];
    expect(fitted.partialScore(-1, 0)).toBeCloseTo(fitted.intercept + (first + second) * baseline, 10);
    expect(new Blend([new SlopeOne()]).fit(smallRatings).partialScore(-1, 0)).toBeNaN();
  });

  test("adds up the explanations of its models, a rating once", () => {
    const fitted = new Blend([new SlopeOne(), new ItemKnn({ similarity: "msd", center: "mean" })]).fit(
      smallRatings,
    );
    const { contributions } = fitted.explain(20, "c");
    const parts = fitted.models.map((model) => model.explain(20, "c"));
    expect(contributions.length).toBeGreaterThan(0);
    expect(new Set(contributions.map(({ itemId }) => itemId)).size).toBe(contributions.length);
    for (const { itemId, share } of contributions) {
      const shares = parts.map(
        (part) => part.contributions.find((each) => each.itemId === itemId)?.share ?? 0,
      );
      expect(share).toBeCloseTo(shares[0]! * fitted.weights[0]! + shares[1]! * fitted.weights[1]!, 12);
    }
  });

  test("is no worse than its best model on ratings that none has seen", () => {
    const { train, test: held } = randomSplit(
      simulateRatings({ users: 300, items: 200, count: 9000, seed: 2 }),
      { seed: 1 },
    );
    const members = [new Baseline(), new SlopeOne(), new ItemKnn({ similarity: "msd" })];
    const errors = members.map((model) => evaluateRatings(model.fit(train), held).rmse);
    const blended = evaluateRatings(new Blend(members).fit(train), held).rmse;
    expect(blended).toBeLessThan(Math.min(...errors) + 0.002);
  });

  test("one model alone is put on the line that fits it, and constant ratings are the intercept", () => {
    const fitted = new Blend([new GlobalMean()]).fit(grid(() => 3));
    expect(fitted.weights).toEqual([0]);
    expect(fitted.predict(1, 1)).toBe(3);
  });

  test("reports each fit, and stops when it is aborted", () => {
    const reported: number[] = [];
    const blend = new Blend([new Baseline(), new SlopeOne()], { folds: 3 });
    blend.fit(smallRatings, { onProgress: ({ done, total }) => reported.push(done / total) });
    expect(reported).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((done) => done / 8));
    expect(() => blend.fit(smallRatings, { signal: AbortSignal.abort() })).toThrow();
  });

  test("refuses what cannot be blended", () => {
    expect(() => new Blend([])).toThrow("Blend takes at least one model; the list is empty");
    expect(() => new Blend([new Baseline()], { folds: 1 })).toThrow(
      "folds: 1 is not a whole number of at least 2",
    );
    expect(() => new Blend([new Baseline()], { seed: 0.5 })).toThrow("seed: 0.5");
    expect(() => new Blend([new Baseline()], { folds: 20 }).fit(smallRatings)).toThrow(
      "folds: 20 is more than the 13 ratings",
    );
    expect(() => new Blend([new Baseline(), new Popularity()]).fit(smallRatings)).toThrow(
      "Popularity: its scores rank items and are not stars; blend it with RankBlend",
    );
    expect(() => new Blend([new Formula(() => Number.NaN)]).fit(grid(byBoth))).toThrow(
      "Blend: none of Formula can predict any of the 48 ratings when it is held out",
    );
  });
});
