import { expect, test } from "vitest";
import { SvdPlusPlus, type SvdPlusPlusSettings } from "../../../src/models/factors/svd-plus-plus.js";
import { svdPlusPlusPass } from "../../../src/reference/factors/svd-plus-plus.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { indexedRatings } from "./indexed-ratings.js";

conformance(new SvdPlusPlus({ factors: 3, iterations: 5 }));
conformance(new SvdPlusPlus({ factors: 2, iterations: 3, deferred: true }));

test("with factors that start at 0, scores are the biases of the reference implementation", () => {
  const { byUser, mean, users, items } = smallRatings;
  const ratings = indexedRatings(byUser);
  // All factors start at 0, so that they stay 0 and only biases are learned.
  const zeros = (rows: number) => Array.from({ length: rows }, () => [0]);
  const model = {
    mean,
    userBiases: Array<number>(users.size).fill(0),
    itemBiases: Array<number>(items.size).fill(0),
    userFactors: zeros(users.size),
    itemFactors: zeros(items.size),
    implicitFactors: zeros(items.size),
  };
  const step = { learningRate: 0.05, regularization: 0.1, biasRegularization: 0.2 };
  for (let epoch = 0; epoch < 4; epoch++) svdPlusPlusPass(ratings, model, step);
  const settings = { factors: 1, iterations: 4, learningRateDecay: 0, initialScale: 0, ...step };
  const fitted = new SvdPlusPlus(settings).fit(smallRatings);
  for (const [user, userId] of users.ids.entries()) {
    for (const [item, itemId] of items.ids.entries()) {
      const expected = mean + model.userBiases[user]! + model.itemBiases[item]!;
      expect(fitted.predict(userId, itemId)).toBeCloseTo(expected, 12);
    }
  }
});

test("the default implicitRegularization of SvdPlusPlus is higher with deferred", () => {
  const penaltyOf = (settings: Partial<SvdPlusPlusSettings>) =>
    new SvdPlusPlus(settings).settings.implicitRegularization;
  expect([penaltyOf({}), penaltyOf({ deferred: true })]).toEqual([0.005, 0.5]);
  expect(penaltyOf({ deferred: true, implicitRegularization: 0 })).toBe(0);
});
