import { expect, test } from "vitest";
import { Bpr } from "../../../../src/models/factors/negative-sampling/bpr.js";
import { factorsWithoutRatings } from "../../../../src/models/factors/negative-sampling/fitted-pairs.js";
import { Warp } from "../../../../src/models/factors/negative-sampling/warp.js";
import { bprPairCost } from "../../../../src/reference/factors/bpr.js";
import { smallRatings } from "../../contract/conformance.js";
import { camps } from "./camps.js";

test("without ratings, factors are 0 with biases, and NaN without", () => {
  const settings = { factors: 2, iterations: 1, regularization: 0 };
  expect([...factorsWithoutRatings({ ...settings, biased: true })]).toEqual([0, 0]);
  expect([...factorsWithoutRatings({ ...settings, biased: false })]).toEqual([Number.NaN, Number.NaN]);
});

test.each([Bpr, Warp])("$kind folds in at the least cost of pairs, the same at each call", (Model) => {
  const fitted = new Model({ factors: 2, iterations: 50, regularization: 0.1 }).fit(camps);
  const own = [
    { itemId: 1, rating: 1 },
    { itemId: 3, rating: 1 },
  ];
  const scores = () => fitted.foldIn(own).recommend({ count: 99 });
  expect(scores()).toEqual(scores());
  // Much regularization leaves the biases alone.
  const weak = new Model({ factors: 2, iterations: 50, regularization: 1e6, learningRate: 1e-9 }).fit(camps);
  expect(weak.foldIn(own).predict(5)).toBeCloseTo(weak.learned.itemBiases[camps.items.indexOf(5)]!, 4);
  // The rated items are above the others by more than at the user's start, where factors are 0.
  const { itemBiases } = fitted.learned;
  const bias = (itemId: number) => itemBiases[camps.items.indexOf(itemId)]!;
  const pair = (rated: number, negative: number) =>
    bprPairCost(
      {
        user: [],
        rated: { bias: rated, factors: [] },
        negative: { bias: negative, factors: [] },
      },
      0,
    );
  const folded = fitted.foldIn(own);
  expect(pair(folded.predict(1), folded.predict(2))).toBeLessThan(pair(bias(1), bias(2)));
});

test.each([Bpr, Warp])("$kind says that it cannot learn new items", (Model) => {
  const fitted = new Model({ factors: 1, iterations: 1 }).fit(smallRatings);
  expect(() => fitted.update([{ userId: 10, itemId: "new", rating: 4 }])).toThrow(
    `${Model.kind} cannot be updated with new items; fit it to ratings.concat(more)`,
  );
});
