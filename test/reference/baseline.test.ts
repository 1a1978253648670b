import { expect, test } from "vitest";
import { baselineBiases, baselineSgdPass } from "../../src/reference/baseline.js";

/** The mean is 4. */
const ratings = [
  { user: 0, item: 0, rating: 5 },
  { user: 0, item: 1, rating: 4 },
  { user: 1, item: 0, rating: 3 },
];

test("biases by least squares are those worked out on paper", () => {
  const once = baselineBiases(ratings, { iterations: 1, userRegularization: 1, itemRegularization: 2 });
  // Items: (1 − 1) / (2 + 2) and 0 / (2 + 1). Users: (1 + 0) / (1 + 2) and −1 / (1 + 1).
  expect(once).toEqual({ items: [0, 0], users: [1 / 3, -1 / 2] });
  const twice = baselineBiases(ratings, { iterations: 2, userRegularization: 1, itemRegularization: 2 });
  // Items: (1 − 1/3 − 1 + 1/2) / 4 = 1/24 and (0 − 1/3) / 3 = −1/9.
  expect(twice.items[0]).toBeCloseTo(1 / 24, 15);
  expect(twice.items[1]).toBeCloseTo(-1 / 9, 15);
  expect(twice.users[1]).toBeCloseTo((-1 - 1 / 24) / 2, 15);
});

test("a user or an item without ratings has the bias 0", () => {
  const apart = ratings.map((row) => ({ ...row, user: 2 * row.user, item: 2 * row.item }));
  const biases = baselineBiases(apart, { iterations: 1, userRegularization: 0, itemRegularization: 0 });
  // Items: (1 − 1) / 2 and 0 / 1. Users: (1 + 0) / 2 and −1 / 1.
  expect(biases).toEqual({ items: [0, 0, 0], users: [1 / 2, 0, -1] });
});

test("an epoch of gradient descent makes the steps worked out on paper", () => {
  const biases = { users: [0, 0.5], items: [0, 0] };
  baselineSgdPass(ratings, biases, { learningRate: 0.1, regularization: 0.5 });
  // Errors: 5 − 4 = 1; 4 − 4 − 0.1 = −0.1; 3 − 4 − 0.5 − 0.1 = −1.6.
  expect(biases.users[0]).toBeCloseTo(0.1 + 0.1 * (-0.1 - 0.5 * 0.1), 15);
  expect(biases.items[1]).toBeCloseTo(-0.01, 15);
  expect(biases.users[1]).toBeCloseTo(0.5 + 0.1 * (-1.6 - 0.5 * 0.5), 15);
  expect(biases.items[0]).toBeCloseTo(0.1 + 0.1 * (-1.6 - 0.5 * 0.1), 15);
});
