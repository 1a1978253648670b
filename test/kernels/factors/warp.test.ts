import fc from "fast-check";
import { expect, test } from "vitest";
import { missingNumber } from "../../../src/kernels/factors/missing-number.js";
import { rankWeights, warpPass } from "../../../src/kernels/factors/warp.js";
import { random } from "../../../src/math/random.js";
import { rankWeight, warpPairCost, warpStep } from "../../../src/reference/factors/warp.js";
import { sparse } from "../../sparse/matrices.js";
import { copyOf, expectClose, factorCases, factorsOf } from "./factor-cases.js";

const rates = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biased: fc.boolean(),
  trials: fc.integer({ min: 1, max: 4 }),
});

test("warpPass gives the numbers of the reference's steps, epoch after epoch", () => {
  fc.assert(
    fc.property(factorCases(), rates, fc.nat(1000), (start, step, seed) => {
      const { byUser, width } = start;
      const { starts, indices, columnCount } = byUser;
      const weights = rankWeights(columnCount);
      const itemBiases = Float64Array.from(start.itemBiases);
      const both = { user: factorsOf(start.userFactors, width), item: factorsOf(start.itemFactors, width) };
      const model = {
        itemBiases: [...start.itemBiases],
        userFactors: copyOf(start.userFactors),
        itemFactors: copyOf(start.itemFactors),
      };
      const unratedCount = (user: number) => columnCount - byUser.rowLength(user);
      const drawFrom = (draws: ReturnType<typeof random>) => (user: number) =>
        missingNumber(indices, starts[user]!, starts[user + 1]!, draws.below(unratedCount(user)));
      const [draw, drawAgain] = [drawFrom(random({ seed })), drawFrom(random({ seed }))];
      const order = random({ seed }).permutation(byUser.rowCount);
      for (let epoch = 0; epoch < 3; epoch++) {
        warpPass(order, byUser, draw, weights, itemBiases, both, { ...step, biased: step.biased ? 1 : 0 });
        for (const user of order) {
          if (unratedCount(user) === 0) continue;
          for (const rated of indices.subarray(starts[user], starts[user + 1])) {
            const sample = { user, rated, draw: () => drawAgain(user), unratedCount: unratedCount(user) };
            warpStep(model, sample, step);
          }
        }
      }
      expectClose(itemBiases, model.itemBiases);
      expectClose(both.user.values, model.userFactors.flat());
      expectClose(both.item.values, model.itemFactors.flat());
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("a step goes down the gradient of the pair's cost by finite differences", () => {
  const [learningRate, regularization] = [1e-3, 0.3];
  const numbers = [0.2, -0.4, 0.1, 0.5, 0.3, -0.2, 0.6, 0.1];
  const [p0, p1, biasI, q0, q1, biasJ, r0, r1] = numbers as [number, ...number[]];
  // Two of the eight items are drawn before one violates the margin: the rank is about ⌊7 / 3⌋ = 2.
  const draws = [3, 3, 1];
  const user = Float64Array.of(p0, p1!);
  const item = Float64Array.of(q0!, q1!, r0!, r1!, 0, 0, 0, 0, ...new Float64Array(8));
  const itemBiases = Float64Array.of(biasI!, biasJ!, 0, -5, 0, 0, 0, 0);
  const rated = sparse([[1, 0, 0, 0, 0, 0, 0, 0]]);
  const both = { user: { values: user, width: 2 }, item: { values: item, width: 2 } };
  const given = { learningRate, regularization, biased: 1, trials: 3 } as const;
  warpPass(Int32Array.of(0), rated, () => draws.shift()!, rankWeights(8), itemBiases, both, given);
  expect(draws).toEqual([]);
  const cost = ([a, b, c, d, e, f, g, h]: number[]) =>
    warpPairCost(
      {
        user: [a!, b!],
        rated: { bias: c!, factors: [d!, e!] },
        negative: { bias: f!, factors: [g!, h!] },
      },
      rankWeight(2),
      regularization,
    );
  const after = [user[0], user[1], itemBiases[0], item[0], item[1], itemBiases[1], item[2], item[3]];
  for (const [k, value] of numbers.entries()) {
    const slope = (cost(numbers.with(k, value + 1e-5)) - cost(numbers.with(k, value - 1e-5))) / 2e-5;
    expect((after[k]! - value) / learningRate).toBeCloseTo(-slope, 7);
  }
});

test("nothing changes where no drawn item violates the margin, or all items are rated", () => {
  const itemBiases = Float64Array.of(2, 0.5);
  const one = () => ({ values: Float64Array.of(1), width: 1 });
  const both = { user: one(), item: { values: Float64Array.of(1, 1), width: 1 } };
  const given = { learningRate: 0.1, regularization: 0.1, biased: 1, trials: 5 } as const;
  let drawn = 0;
  const draw = () => {
    drawn++;
    return 1;
  };
  warpPass(Int32Array.of(0), sparse([[1, 0]]), draw, rankWeights(2), itemBiases, both, given);
  expect(drawn).toBe(5);
  warpPass(Int32Array.of(0), sparse([[1, 1]]), draw, rankWeights(2), itemBiases, both, given);
  expect(drawn).toBe(5);
  expect([...itemBiases, ...both.user.values, ...both.item.values]).toEqual([2, 0.5, 1, 1, 1]);
});

test("the weights of all ranks are the reference's, from 0 on", () => {
  expect([...rankWeights(3)]).toEqual([0, 1, 1.5, 1.5 + 1 / 3]);
  for (const [rank, weight] of rankWeights(50).entries()) expect(weight).toBeCloseTo(rankWeight(rank), 13);
});
