import { expect, test } from "vitest";
import { bprPass } from "../../../src/kernels/factors/bpr.js";
import { bprPasses } from "../../../src/kernels/factors/bpr-passes.js";
import { sortedRows } from "../../../src/sparse/sorted-rows.js";
import { alsSides } from "../wasm/factors/als-cases.js";

const rates = { learningRate: 0.05, regularization: 0.02, biased: 1 } as const;

function bprCase() {
  const { users, items } = alsSides({ users: 12, items: 9, width: 3, seed: 5 });
  const rated = sortedRows(users.equations.weights);
  const order = Int32Array.from({ length: 12 }, (_, user) => user);
  const negatives = rated.indices.map((item) => (item + 1) % 9);
  return {
    rated,
    order,
    negatives,
    itemBiases: new Float64Array(9),
    factors: { user: users.factors, item: items.factors },
  };
}

test("samples are drawn before each epoch", () => {
  const [own, expected] = [bprCase(), bprCase()];
  const done: number[] = [];
  const draw = (epochs: number) => {
    done.push(epochs);
    own.order.reverse();
  };
  const { rated, order, negatives } = own;
  const schedule = { iterations: 2, precision: "double", order, negatives, draw } as const;
  expect(bprPasses(rated, own.itemBiases, own.factors, rates, schedule)).toBe(-1);
  for (let epoch = 0; epoch < 2; epoch++) {
    expected.order.reverse();
    bprPass(expected.order, rated, negatives, expected.itemBiases, expected.factors, rates);
  }
  expect(own).toEqual(expected);
  expect(done).toEqual([0, 1]);
});

test("ends after the epoch in which an item's factors overflow", () => {
  const { rated, order, negatives, itemBiases, factors } = bprCase();
  let epochs = 0;
  const draw = () => {
    epochs++;
  };
  const schedule = { iterations: 9, precision: "single", order, negatives, draw } as const;
  const steep = { ...rates, learningRate: 1e200 };
  expect(bprPasses(rated, itemBiases, factors, steep, schedule)).toBe(0);
  expect(epochs).toBe(1);
});
