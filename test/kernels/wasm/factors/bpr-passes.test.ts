// @module-tag slow
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BprSchedule, bprPasses } from "../../../../src/kernels/factors/bpr-passes.js";
import { bprPassesOn } from "../../../../src/kernels/wasm/factors/bpr-passes.js";
import { random } from "../../../../src/math/random.js";
import { drawUnrated } from "../../../../src/models/factors/negative-sampling/draw-unrated.js";
import { sortedRows } from "../../../../src/sparse/sorted-rows.js";
import { runtimes } from "../on-threads.js";
import { type AlsSize, alsSides, alsSizes } from "./als-cases.js";

/** Ratings, factors and samples of a case, always the same for a size. */
function bprCase(size: AlsSize) {
  const { users, items } = alsSides(size);
  const rated = sortedRows(users.equations.weights);
  const draws = random({ seed: size.seed });
  const order = draws.permutation(size.users);
  const negatives = new Int32Array(rated.count);
  const draw = () => {
    drawUnrated(rated, draws, negatives);
    draws.shuffle(order);
  };
  const itemBiases = new Float64Array(size.items).map(() => draws.normal());
  const schedule: BprSchedule = { iterations: 3, precision: "double", order, negatives, draw };
  return { rated, itemBiases, factors: { user: users.factors, item: items.factors }, schedule };
}

const numbersOf = ({ itemBiases, factors }: ReturnType<typeof bprCase>) => [
  itemBiases,
  factors.user.values,
  factors.item.values,
];

const allRates = fc.record({
  learningRate: fc.constantFrom(0, 0.05),
  regularization: fc.constantFrom(0, 0.02),
  biased: fc.constantFrom(0 as const, 1 as const),
});

const accelerated = bprPassesOn(runtimes[0]!);

describe("BPR in WebAssembly", () => {
  test("gives the bits of the plain kernel in double precision", () => {
    fc.assert(
      fc.property(alsSizes, allRates, (size, rates) => {
        const [own, expected] = [bprCase(size), bprCase(size)];
        accelerated(own.rated, own.itemBiases, own.factors, rates, own.schedule);
        bprPasses(expected.rated, expected.itemBiases, expected.factors, rates, expected.schedule);
        expect(numbersOf(own)).toEqual(numbersOf(expected));
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test("gives numbers near the plain kernel's in single precision", () => {
    fc.assert(
      fc.property(alsSizes, allRates, (size, rates) => {
        const [own, expected] = [bprCase(size), bprCase(size)];
        const single = { precision: "single" } as const;
        accelerated(own.rated, own.itemBiases, own.factors, rates, { ...own.schedule, ...single });
        const { rated, itemBiases, factors, schedule } = expected;
        bprPasses(rated, itemBiases, factors, rates, { ...schedule, ...single });
        for (const [part, numbers] of numbersOf(own).entries()) {
          for (const [k, value] of numbers.entries()) {
            expect(Math.abs(value - numbersOf(expected)[part]![k]!)).toBeLessThan(1e-3);
          }
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test("an error while samples are drawn ends it, and it tells where factors are not finite", () => {
    const size = { users: 30, items: 20, width: 5, seed: 4 };
    const rates = { learningRate: 0.05, regularization: 0.02, biased: 1 } as const;
    const stopped = bprCase(size);
    const draw = () => {
      throw new Error("enough");
    };
    const { rated, itemBiases, factors, schedule } = stopped;
    expect(() => accelerated(rated, itemBiases, factors, rates, { ...schedule, draw })).toThrow("enough");
    for (const train of [accelerated, bprPasses]) {
      const each = bprCase(size);
      const steep = { ...rates, learningRate: 1e200 };
      expect(train(each.rated, each.itemBiases, each.factors, steep, each.schedule)).toBe(0);
      expect(each.factors.item.values.every(Number.isFinite)).toBe(false);
    }
  });
});
