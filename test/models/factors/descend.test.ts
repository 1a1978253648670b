import { expect, test } from "vitest";
import { descend } from "../../../src/models/factors/descend.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Ratings } from "../../../src/ratings/ratings.js";

const ratings = Ratings.from(
  Array.from({ length: 20 }, (_, k) => ({ userId: k % 5, itemId: Math.floor(k / 5), rating: 3 })),
);

/** A model without factors whose score, the same for all pairs, is the epoch's entry of a list. */
function fitScores(scores: readonly number[], settings: Partial<FunkSvd["settings"]>) {
  const steps: number[] = [];
  const model = { kind: FunkSvd, settings: new FunkSvd({ factors: 1, ...settings }).settings };
  const fitted = descend(model, ratings, {}, ({ users, items }) => {
    const itemFactors = new Float64Array(items.size);
    return {
      itemFactors,
      next: (learningRate) => {
        steps.push(learningRate);
      },
      learned: () => ({
        mean: scores[steps.length - 1]!,
        userBiases: new Float64Array(users.size),
        itemBiases: new Float64Array(items.size),
        userFactors: new Float64Array(users.size),
        itemFactors,
      }),
    };
  });
  return { fitted, steps };
}

test("without validation the last epoch is kept, and the step size decays", () => {
  const settings = { iterations: 3, learningRate: 0.5, learningRateDecay: 0.5 };
  const { fitted, steps } = fitScores([1, 3, 2], settings);
  expect(steps).toEqual([0.5, 0.25, 0.125]);
  expect(fitted.predict(0, 0)).toBe(2);
  expect(fitted.learning).toEqual({ iteration: 3, errors: [] });
});

test("with validation the best epoch is kept, and it stops after `patience` epochs without improvement", () => {
  const settings = { iterations: 9, validation: 0.5, patience: 2 };
  const { fitted, steps } = fitScores([1, 2.5, 2, 4, 3, 3, 3, 3, 3], settings);
  expect(fitted.learning).toEqual({ iteration: 2, errors: [2, 0.5, 1, 1] });
  expect(steps.length).toBe(4);
  expect(fitted.predict(0, 0)).toBe(2.5);
});
