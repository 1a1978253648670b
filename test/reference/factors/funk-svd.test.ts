import { expect, test } from "vitest";
import { funkSvdPass } from "../../../src/reference/factors/funk-svd.js";

/** A user with factors (1, 2), an item with factors (3, 0.5) and one rating. */
const start = () => ({
  mean: 3,
  userBiases: [0.5],
  itemBiases: [-1],
  userFactors: [[1, 2]],
  itemFactors: [[3, 0.5]],
});
const ratings = [{ user: 0, item: 0, rating: 7.5 }];

test("updates biases and factors as worked out on paper", () => {
  const model = start();
  // estimate = 3 + 0.5 − 1 + 1 × 3 + 2 × 0.5 = 6.5, so error = 1.
  funkSvdPass(ratings, model, { learningRate: 0.1, regularization: 0.5 });
  expect(model.userBiases[0]).toBeCloseTo(0.5 + 0.1 * (1 - 0.5 * 0.5), 15);
  expect(model.itemBiases[0]).toBeCloseTo(-1 + 0.1 * (1 + 0.5 * 1), 15);
  expect(model.userFactors[0]![0]).toBeCloseTo(1 + 0.1 * (3 - 0.5), 15);
  expect(model.userFactors[0]![1]).toBeCloseTo(2 + 0.1 * (0.5 - 1), 15);
  expect(model.itemFactors[0]![0]).toBeCloseTo(3 + 0.1 * (1 - 1.5), 15);
  expect(model.itemFactors[0]![1]).toBeCloseTo(0.5 + 0.1 * (2 - 0.25), 15);
});

test("without biases these stay as they are", () => {
  const model = start();
  funkSvdPass(ratings, model, { learningRate: 0.1, regularization: 0.5, biased: false });
  expect([model.userBiases, model.itemBiases]).toEqual([[0.5], [-1]]);
  expect(model.userFactors[0]![0]).toBeCloseTo(1.25, 15);
});

test("many epochs fit a table of two users and two items", () => {
  const table = [
    { user: 0, item: 0, rating: 5 },
    { user: 0, item: 1, rating: 1 },
    { user: 1, item: 0, rating: 1 },
    { user: 1, item: 1, rating: 5 },
  ];
  const model = {
    mean: 3,
    userBiases: [0, 0],
    itemBiases: [0, 0],
    userFactors: [[0.1], [-0.2]],
    itemFactors: [[0.2], [0.1]],
  };
  for (let epoch = 0; epoch < 500; epoch++) {
    funkSvdPass(table, model, { learningRate: 0.05, regularization: 0 });
  }
  for (const { user, item, rating } of table) {
    const product = model.userFactors[user]![0]! * model.itemFactors[item]![0]!;
    expect(3 + model.userBiases[user]! + model.itemBiases[item]! + product).toBeCloseTo(rating, 6);
  }
});
