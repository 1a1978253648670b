import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineByAls, baselineBySgd } from "../../../src/kernels/factors/baseline.js";
import { mean as meanOf } from "../../../src/math/statistics.js";
import { baselineBiases, baselineSgdPass } from "../../../src/reference/baseline.js";
import { transpose } from "../../../src/sparse/transpose.js";
import { sparse } from "../../sparse/matrices.js";
import { expectClose, factorCases } from "./factor-cases.js";

describe("baselineByAls", () => {
  test("solves items first, then users, as worked out on paper", () => {
    const byUser = sparse([
      [5, 4],
      [3, 0],
    ]);
    const biases = { mean: 4, user: new Float64Array(2), item: new Float64Array(2) };
    baselineByAls(transpose(byUser), byUser, biases, { user: 1, item: 2 });
    expect([...biases.item]).toEqual([(1 - 1) / (2 + 2), 0]);
    expect([...biases.user]).toEqual([1 / (1 + 2), -1 / (1 + 1)]);
  });

  test("a user or an item without ratings has the bias 0, without regularization too", () => {
    const byUser = sparse([
      [5, 0, 4],
      [0, 0, 0],
    ]);
    const biases = { mean: 4, user: new Float64Array(2), item: new Float64Array(3) };
    baselineByAls(transpose(byUser), byUser, biases, { user: 0, item: 0 });
    expect([...biases.item]).toEqual([1, 0, 0]);
    expect([...biases.user]).toEqual([0, 0]);
  });

  test("gives the biases of the reference implementation", () => {
    const penalty = fc.constantFrom(0, 0.5, 10, 15);
    fc.assert(
      fc.property(
        factorCases().filter(({ ratings }) => ratings.length > 0),
        penalty,
        penalty,
        fc.integer({ min: 1, max: 4 }),
        ({ byUser, ratings }, userRegularization, itemRegularization, iterations) => {
          const biases = {
            mean: meanOf(byUser.values),
            user: new Float64Array(byUser.rowCount),
            item: new Float64Array(byUser.columnCount),
          };
          for (let done = 0; done < iterations; done++) {
            baselineByAls(transpose(byUser), byUser, biases, {
              user: userRegularization,
              item: itemRegularization,
            });
          }
          const { users, items } = baselineBiases(ratings, {
            iterations,
            userRegularization,
            itemRegularization,
          });
          expectClose(biases.user.subarray(0, users.length), users);
          expectClose(biases.item.subarray(0, items.length), items);
          // Users and items after the last rated one have no ratings.
          expect(biases.user.subarray(users.length).every((bias) => bias === 0)).toBe(true);
          expect(biases.item.subarray(items.length).every((bias) => bias === 0)).toBe(true);
        },
      ),
    );
  });
});

test("baselineBySgd gives the biases of the reference implementation", () => {
  const step = fc.record({
    learningRate: fc.constantFrom(0, 0.01, 0.1),
    regularization: fc.constantFrom(0, 0.02, 0.5),
  });
  fc.assert(
    fc.property(factorCases(), step, ({ byUser, ratings, userBiases, itemBiases }, rates) => {
      const biases = {
        mean: meanOf(byUser.values),
        user: Float64Array.from(userBiases),
        item: Float64Array.from(itemBiases),
      };
      const expected = { users: [...userBiases], items: [...itemBiases] };
      for (let epoch = 0; epoch < 2; epoch++) {
        baselineBySgd(byUser, biases, rates);
        baselineSgdPass(ratings, expected, rates);
      }
      expectClose(biases.user, expected.users);
      expectClose(biases.item, expected.items);
    }),
  );
});
