import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { alsSettings } from "../../src/models/als-settings.js";
import { coreModel } from "../../src/models/core-model.js";

const ratings = Ratings.from([
  { userId: 8, itemId: 50, rating: 4 },
  { userId: 7, itemId: 50, rating: 2 },
  { userId: 7, itemId: 60, rating: 0 },
]);
const factors = {
  width: 2,
  userIds: Int32Array.of(7, 8, 9),
  userFactors: Float64Array.of(1, 2, 3, 4, 5, 6),
  itemIds: Int32Array.of(60, 50),
  itemFactors: Float64Array.of(0.5, 1, 2, 0.25),
};

test("a score is the product of the factors of its user and its item", () => {
  const model = coreModel(factors, ratings, alsSettings({ factors: 2 }));
  expect(model.name).toBe("ExplicitAls");
  expect(model.predict(8, 50)).toBe(3 * 2 + 4 * 0.25);
  expect(model.predict(7, 60)).toBe(1 * 0.5 + 2 * 1);
  expect(model.recommend(8, { count: 1 })).toEqual([{ itemId: 60, score: 3 * 0.5 + 4 }]);
});

test("of implicit feedback it ranks, and λ is that of a user with as many ratings as the average", () => {
  const model = coreModel(
    factors,
    ratings,
    alsSettings({ factors: 2, implicit: true, regularization: 0.5, alpha: 2 }),
  );
  expect(model.name).toBe("ImplicitAls");
  expect(model.predict(8, 60)).toBe(3 * 0.5 + 4);
  // Two ratings above 0 of two users: one each.
  expect(model.settings).toMatchObject({ alpha: 2, regularization: 0.5, regularizationPower: 0 });
});

test("a user without factors is an error", () => {
  const others = ratings.concat([{ userId: 1, itemId: 50, rating: 1 }]);
  expect(() => coreModel(factors, others, alsSettings({ factors: 2 }))).toThrow(
    "user 1 of these ratings has no factors in the model of Spark; fit on ratings that contain it",
  );
});
