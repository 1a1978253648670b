import { expect, test } from "vitest";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { rmse } from "../../../src/evaluation/metrics/rating-errors.js";
import { random } from "../../../src/math/random.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { startNormal } from "../../../src/models/factors/start-factors.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import type { Ratings } from "../../../src/ratings/ratings.js";
import { funkSvdPass } from "../../../src/reference/factors/funk-svd.js";
import { conformance, smallRatings } from "../contract/conformance.js";
import { indexedRatings } from "./indexed-ratings.js";

conformance(new FunkSvd({ factors: 3, iterations: 5 }));
conformance(
  new FunkSvd({ factors: 2, iterations: 3, biased: false, generator: "numpy", learningRateDecay: 0.1 }),
);

test.each([true, false])("learns the numbers of the reference, user by user, with biased: %s", (biased) => {
  const { byUser, users, items } = smallRatings;
  const settings = { factors: 2, learningRate: 0.05, regularization: 0.1, biased, seed: 4 };
  const fitted = new FunkSvd({ ...settings, iterations: 3, learningRateDecay: 0.5 }).fit(smallRatings);
  const draws = random({ seed: 4 });
  const start = (count: number) => Array.from({ length: count }, () => [...startNormal(draws, 2, 0.1)]);
  const model = {
    mean: biased ? smallRatings.mean : 0,
    userBiases: Array<number>(users.size).fill(0),
    itemBiases: Array<number>(items.size).fill(0),
    userFactors: start(users.size),
    itemFactors: start(items.size),
  };
  const ratings = indexedRatings(byUser);
  for (const learningRate of [0.05, 0.025, 0.0125])
    funkSvdPass(ratings, model, { ...settings, learningRate });
  for (const name of ["userBiases", "itemBiases", "userFactors", "itemFactors"] as const)
    for (const [k, value] of model[name].flat().entries())
      expect(fitted.learned[name][k]).toBeCloseTo(value, 12);
  expect(fitted.learned.mean).toBe(model.mean);
});

test("another seed starts elsewhere, the same one at the same place", () => {
  const of = (seed: number) =>
    new FunkSvd({ factors: 2, iterations: 2, seed }).fit(smallRatings).predict(10, "e");
  expect(of(1)).toBe(of(1));
  expect(of(1)).not.toBe(of(2));
});

test("says at which iteration it diverged, and what to change", () => {
  const wild = new FunkSvd({ factors: 2, iterations: 500, learningRate: 5 });
  expect(() => wild.fit(smallRatings)).toThrow(
    /FunkSvd diverged in iteration \d+: .* set learningRate below 5, or a higher regularization/,
  );
});

test("without biases it predicts nothing of half a pair", () => {
  expect(new FunkSvd({ factors: 2, biased: false }).fit(smallRatings).partialScore(0, -1)).toBeNaN();
  expect(new FunkSvd({ factors: 2 }).fit(smallRatings).partialScore(0, -1)).not.toBeNaN();
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
