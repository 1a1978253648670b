import { expect, test } from "vitest";
import { Bpr } from "../../../../src/models/factors/negative-sampling/bpr.js";
import { fitPairs, type PairStart } from "../../../../src/models/factors/negative-sampling/fit-pairs.js";
import { smallRatings } from "../../contract/conformance.js";

const { settings } = new Bpr({ factors: 2, iterations: 3, learningRate: 0.5, seed: 4 });
const task = { ratings: smallRatings, task: {} };
type FittedClass = Parameters<typeof fitPairs<typeof settings, ReturnType<Bpr["fit"]>>>[1];
const Fitted = new Bpr({ factors: 1, iterations: 1 }).fit(smallRatings).constructor as FittedClass;

test("gives epochs sorted rows, an order of all users, and what they change", () => {
  const starts: PairStart[] = [];
  const done: number[] = [];
  const fitted = fitPairs({ name: "Mine", settings }, Fitted, task, (start) => {
    starts.push(start);
    return (count, onEpoch) => {
      for (let epoch = 0; epoch < count; epoch++) {
        onEpoch(epoch);
        done.push(epoch);
        start.itemBiases[1]! += 2;
      }
      return -1;
    };
  });
  const [{ rated, order, rates, both }] = starts as [PairStart];
  // User 40 has rated c, then a.
  expect([...rated.indices.subarray(rated.starts[3], rated.starts[4])]).toEqual([1, 3]);
  expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(rates).toEqual({ learningRate: 0.5, regularization: settings.regularization, biased: 1 });
  expect(done).toEqual([0, 1, 2]);
  expect(fitted.learned.itemBiases[1]).toBe(6);
  expect(fitted.learned.itemFactors).toBe(both.item.values);
});

test("names the model and the epoch in which factors were no longer finite", () => {
  const diverging =
    ({ both }: PairStart) =>
    () => {
      both.item.values[0] = Number.NaN;
      return 1;
    };
  expect(() => fitPairs({ name: "Mine", settings }, Fitted, task, diverging)).toThrow(
    "Mine diverged in iteration 2: its numbers are no longer finite; set learningRate below 0.5",
  );
});
