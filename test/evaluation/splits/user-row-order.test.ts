import { expect, test } from "vitest";
import { userRowOrder } from "../../../src/evaluation/splits/user-row-order.js";
import { ratingsOf } from "../made-up-ratings.js";

const ratings = ratingsOf([
  [1, 1, 3],
  [1, 2, 3],
  [1, 3, 3],
]);

test("the latest rows come last, and rows of one moment in file order", () => {
  expect([...userRowOrder(ratings, {})(Int32Array.of(2, 0, 1))]).toEqual([0, 1, 2]);
});

test("random rows come in an order of the seed", () => {
  const orders = [0, 1, 2, 3, 4].map((seed) =>
    [...userRowOrder(ratings, { which: "random", seed })(Int32Array.of(0, 1, 2))].join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(1);
});
