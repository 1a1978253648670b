import { expect, test } from "vitest";
import { randomWalkWeights } from "../../src/reference/random-walk.js";

/** The first user has items x and y, the second x and z, the third y. */
const table = [
  [1, 1, 0],
  [3, 0, 1],
  [0, 1, 0],
];

test("gives the probabilities of walks that are worked out on paper", () => {
  // From x with 1/4 to the first user and on to y with 1/2; with 3/4 to the second and to z with
  // 1/4.
  const [x, y, z] = randomWalkWeights(table, { transitionPower: 1, popularityPenalty: 0 });
  expect(x).toEqual([0, 1 / 8, 3 / 16]);
  // From y with 1/2 to the first user and on to x with 1/2; from z to the second, and on with 3/4.
  expect(y).toEqual([1 / 4, 0, 0]);
  expect(z).toEqual([3 / 4, 0, 0]);
});

test("raises probabilities to a power, and divides by a power of the raters", () => {
  const powers = { transitionPower: 2, popularityPenalty: 1 };
  const [x] = randomWalkWeights(table, powers);
  expect(x).toEqual([0, 1 / 64 / 2, 9 / 256]);
  // With power 0 every path counts 1.
  const [plain] = randomWalkWeights(table, { transitionPower: 0, popularityPenalty: 0 });
  expect(plain).toEqual([0, 1, 1]);
});
