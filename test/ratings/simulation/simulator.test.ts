import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { mean, quantile, standardDeviation } from "../../../src/math/statistics.js";
import { findDuplicates } from "../../../src/ratings/duplicates.js";
import type { Ratings } from "../../../src/ratings/ratings.js";
import { simulatedRows } from "../../../src/ratings/simulation/simulated-rows.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import type { CsrMatrix } from "../../../src/sparse/csr-matrix.js";

/** The size of ml-latest-small. */
const small = { users: 610, items: 9724, count: 100_836 };
const ratings = simulateRatings(small);

const lengths = ({ rowCount, starts }: CsrMatrix) =>
  Float64Array.from({ length: rowCount }, (_, row) => starts[row + 1]! - starts[row]!);

describe("simulateRatings", () => {
  test("makes just what was asked for, no pair twice, every user and every item rated", () => {
    for (const settings of [
      small,
      { users: 10, items: 30, count: 300 },
      { users: 7, items: 40, count: 40 },
      { users: 40, items: 7, count: 40 },
      { users: 1, items: 1, count: 1 },
    ]) {
      const made = simulateRatings({ ...settings, seed: 3 });
      expect(made.count).toBe(settings.count);
      expect(made.users.size).toBe(settings.users);
      expect(made.items.size).toBe(settings.items);
      const sizes = { userCount: made.users.size, itemCount: made.items.size };
      expect(findDuplicates(made.userIndices, made.itemIndices, sizes)).toEqual([]);
    }
  });

  test("is what simulatedRows makes, with a declared scale", () => {
    const settings = { users: 30, items: 50, count: 700, seed: 9, scale: { min: 1, max: 5 }, step: 1 };
    const made = simulateRatings(settings);
    expect([...made]).toEqual([...simulatedRows(settings)]);
    expect(made.scale).toEqual({ min: 1, max: 5 });
    expect(made.items.ids[0]).toBe(made.at(0).itemId);
  });

  // In ml-latest-small: 610 users, 20 to 2698 ratings, median 70.5; 9724 movies, 3446 with one
  // rating, median 3, 99th percentile 115, maximum 329; mean 3.50, standard deviation 1.04.
  test("at the size of ml-latest-small has its tails and its stars", () => {
    const users = lengths(ratings.byUser);
    expect(quantile(users, 0)).toBeGreaterThanOrEqual(20);
    expect(Math.abs(quantile(users, 0.5) - 70.5)).toBeLessThan(10);
    const items = lengths(ratings.byItem);
    expect(Math.abs(items.filter((count) => count === 1).length - 3446)).toBeLessThan(500);
    expect(quantile(items, 0.5)).toBe(3);
    expect(Math.abs(quantile(items, 0.99) - 115)).toBeLessThan(20);
    expect(Math.abs(quantile(items, 1) - 329)).toBeLessThan(60);
    expect(Math.abs(mean(ratings.values) - 3.5)).toBeLessThan(0.15);
    expect(Math.abs(standardDeviation(ratings.values) - 1.04)).toBeLessThan(0.05);
  });

  test("has kind and strict users, and good and bad movies, further apart than noise would put them", () => {
    for (const { rowCount, starts, values } of [ratings.byUser, ratings.byItem]) {
      const rows = Array.from({ length: rowCount }, (_, row) =>
        values.subarray(starts[row], starts[row + 1]),
      );
      const means = rows.filter((row) => row.length >= 50).map(mean);
      expect(standardDeviation(means)).toBeGreaterThan(0.35);
      expect(standardDeviation(means)).toBeLessThan(0.6);
    }
  });

  test("holds signal: biases beat the mean, and tastes beat biases, on ratings held out", () => {
    const made = simulateRatings({ users: 400, items: 300, count: 30_000, seed: 1 });
    const [global, biases, tastes] = [0, 1, 2].map((level) => heldOutError(made, level));
    expect(biases! / global!).toBeLessThan(0.95);
    expect(tastes! / biases!).toBeLessThan(0.95);
  });

  test("reports how far it is and can be stopped", () => {
    const reported: number[] = [];
    simulateRatings(small, { onProgress: ({ done, total }) => reported.push(done / total) });
    expect(reported).toEqual([65_536 / 100_836, 1]);
    const signal = AbortSignal.abort(new Error("stopped"));
    expect(() => simulateRatings(small, { signal })).toThrow("stopped");
  });

  test("a count that no memory holds is refused with its size", () => {
    expect(() => simulateRatings({ users: 1e6, items: 1e6, count: 1e12 })).toThrow(
      "count: 1000000000000 ratings take 24,000 GB of memory, more than there is; give fewer, or go through simulatedRows",
    );
  });
});

/**
 * RMSE on every fifth row after gradient descent on the others: level 0 predicts the mean, level 1
 * adds biases, level 2 eight factors.
 */
function heldOutError(
  { count, mean: center, users, items, userIndices, itemIndices, values }: Ratings,
  level: number,
) {
  const factors = level === 2 ? 8 : 0;
  const rate = level === 0 ? 0 : 0.02;
  const drawn = random({ seed: 5 });
  const [userBias, itemBias] = [new Float64Array(users.size), new Float64Array(items.size)];
  const userTaste = Float64Array.from({ length: users.size * factors }, () => 0.1 * drawn.normal());
  const itemTaste = Float64Array.from({ length: items.size * factors }, () => 0.1 * drawn.normal());
  let squares = 0;
  for (let epoch = 0; epoch <= 40; epoch++) {
    squares = 0;
    for (let row = 0; row < count; row++) {
      const [user, item] = [userIndices[row]!, itemIndices[row]!];
      let error = values[row]! - center - userBias[user]! - itemBias[item]!;
      for (let f = 0; f < factors; f++)
        error -= userTaste[user * factors + f]! * itemTaste[item * factors + f]!;
      if (row % 5 === 0) {
        squares += error * error;
        continue;
      }
      userBias[user]! += rate * (error - 0.05 * userBias[user]!);
      itemBias[item]! += rate * (error - 0.05 * itemBias[item]!);
      for (let f = 0; f < factors; f++) {
        const [p, q] = [userTaste[user * factors + f]!, itemTaste[item * factors + f]!];
        userTaste[user * factors + f]! += rate * (error * q - 0.05 * p);
        itemTaste[item * factors + f]! += rate * (error * p - 0.05 * q);
      }
    }
  }
  return Math.sqrt(squares / Math.ceil(count / 5));
}
