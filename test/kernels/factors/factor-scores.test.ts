import fc from "fast-check";
import { expect, test } from "vitest";
import { factorScores } from "../../../src/kernels/factors/factor-scores.js";
import { factorScores as referenceScores } from "../../../src/reference/factors/factor-scores.js";

test("scores two users, the second of whom comes first, as worked out on paper", () => {
  const users = { values: Float64Array.of(1, 2, 3, 4), width: 2, biases: Float64Array.of(0, 10) };
  const items = {
    values: Float64Array.of(5, 6, 0.5, 0, -1, 1),
    width: 2,
    biases: Float64Array.of(0, 100, 0),
  };
  const scores = new Float64Array(6);
  factorScores(users, Int32Array.of(1, 0), items, 1000, scores);
  expect([...scores]).toEqual([1010 + 39, 1010 + 101.5, 1010 + 1, 1000 + 17, 1000 + 100.5, 1000 + 1]);
});

const number = fc.double({ min: -4, max: 4, noNaN: true });

test("gives exactly the scores of the reference implementation, for any sizes", () => {
  const sizes = fc.record({
    userCount: fc.integer({ min: 1, max: 5 }),
    itemCount: fc.nat(9),
    width: fc.nat(6),
  });
  const cases = sizes.chain(({ userCount, itemCount, width }) => {
    const row = fc.array(number, { minLength: width, maxLength: width });
    const biases = (count: number) => fc.array(number, { minLength: count, maxLength: count });
    return fc.record({
      mean: number,
      userBiases: biases(userCount),
      itemBiases: biases(itemCount),
      userFactors: fc.array(row, { minLength: userCount, maxLength: userCount }),
      itemFactors: fc.array(row, { minLength: itemCount, maxLength: itemCount }),
      asked: fc.array(fc.nat(userCount - 1), { maxLength: 7 }),
      width: fc.constant(width),
    });
  });
  fc.assert(
    fc.property(cases, ({ asked, width, ...model }) => {
      const scores = new Float64Array(asked.length * model.itemBiases.length);
      const side = (factors: number[][], biases: number[]) => ({
        values: Float64Array.from(factors.flat()),
        width,
        biases: Float64Array.from(biases),
      });
      factorScores(
        side(model.userFactors, model.userBiases),
        Int32Array.from(asked),
        side(model.itemFactors, model.itemBiases),
        model.mean,
        scores,
      );
      expect([...scores]).toEqual(asked.flatMap((user) => referenceScores(model, user)));
    }),
  );
});
