import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DenseWeights, SparseWeights } from "../../../src/models/item-weights/item-weights.js";
import { userWithWeights } from "../../kernels/item-weights/user-with-weights.js";
import { sparse, tableOf } from "../../sparse/matrices.js";

const none = Number.NaN;

/** From item 0 to item 1: 2; from item 2 to item 0: 3. */
const table = [
  [0, 2, 0],
  [0, 0, 0],
  [3, 0, 0],
];

describe("DenseWeights", () => {
  const weights = new DenseWeights(Float64Array.from(table.flat()), 3);

  test("has a weight between any two items, 0 too, and none from an item to itself", () => {
    expect([weights.at(0, 1), weights.at(2, 1), weights.at(2, 2)]).toEqual([2, 0, none]);
    expect([...weights.from(2)]).toEqual([3, 0, none]);
    expect([...weights.from(1)]).toEqual([0, none, 0]);
  });

  test("gives copies: writing into them changes no weight", () => {
    weights.from(2)[0] = 99;
    expect(weights.at(2, 0)).toBe(3);
  });

  test("is saved as one array", () => {
    expect([...weights.state().weights]).toEqual(table.flat());
  });
});

describe("SparseWeights", () => {
  const weights = new SparseWeights(sparse(table));

  test("has only the weights that are stored", () => {
    expect([weights.at(0, 1), weights.at(2, 1), weights.at(2, 2)]).toEqual([2, none, none]);
    expect([...weights.from(2)]).toEqual([3, none, none]);
  });

  test("leadingTo takes rows of the weights to an item", () => {
    const leading = SparseWeights.leadingTo(sparse(table));
    expect([leading.at(1, 0), leading.at(0, 2), leading.at(0, 1)]).toEqual([2, 3, none]);
  });

  test("is saved as the arrays of its rows", () => {
    const { starts, indices, values } = weights.state();
    expect([starts, indices, values].map((array) => [...array!])).toEqual([
      [0, 1, 1, 2],
      [1, 0],
      [2, 3],
    ]);
  });
});

test("both give the same scores, where a sparse weight leads to an item", () => {
  fc.assert(
    fc.property(userWithWeights, ({ weights: made, userItems }) => {
      const [items, values] = [
        Int32Array.from(userItems, ({ item }) => item),
        Float64Array.from(userItems, ({ value }) => value),
      ];
      const [dense, stored] = [new Float64Array(made.length), new Float64Array(made.length)];
      new DenseWeights(Float64Array.from(made.flat()), made.length).score(items, values, dense);
      const matrix = sparse(made, made.length);
      new SparseWeights(matrix).score(items, values, stored);
      for (const [j, score] of stored.entries()) {
        const leads = userItems.some(({ item }) => tableOf(matrix)[item]![j] !== 0);
        if (leads) expect(score).toBe(dense[j]);
        else expect(score).toBeNaN();
      }
    }),
  );
});

test("scores of some items are those of all items", () => {
  fc.assert(
    fc.property(userWithWeights, fc.infiniteStream(fc.boolean()), ({ weights: made, userItems }, isAsked) => {
      const n = made.length;
      const targets = Int32Array.from(made.keys()).filter(() => isAsked.next().value);
      const [indices, values] = [userItems.map(({ item }) => item), userItems.map(({ value }) => value)];
      const user = { indices: Int32Array.from(indices), values: Float64Array.from(values) };
      for (const weights of [
        new DenseWeights(Float64Array.from(made.flat()), n),
        new SparseWeights(sparse(made)),
      ]) {
        const [all, some] = [new Float64Array(n), new Float64Array(targets.length)];
        weights.score(user.indices, user.values, all);
        weights.scoreSome(user, targets, some);
        expect([...some]).toEqual([...targets].map((target) => all[target]));
      }
    }),
  );
});
