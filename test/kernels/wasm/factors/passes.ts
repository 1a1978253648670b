import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Runtime } from "../../../../src/kernels/wasm/runtime.js";
import { random } from "../../../../src/math/random.js";
import { simulateRatings } from "../../../../src/ratings/simulation/simulator.js";
import type { CsrMatrix } from "../../../../src/sparse/csr-matrix.js";
import { type FactorCase, factorCases, factorsOf } from "../../factors/factor-cases.js";
import { countingRuntime, runtimes } from "../on-threads.js";

/** What a pass changes, as copies that it may change. */
export function startOf({ userBiases, itemBiases, width, ...rows }: FactorCase) {
  return {
    biases: { mean: 3.5, user: Float64Array.from(userBiases), item: Float64Array.from(itemBiases) },
    factors: {
      user: factorsOf(rows.userFactors, width),
      item: factorsOf(rows.itemFactors, width),
      implicit: factorsOf(rows.implicitFactors, width),
    },
  };
}

/** A case that is large enough for WebAssembly: 20,000 ratings, and odd numbers of everything. */
export function largeCase(width: number): FactorCase {
  const { byUser, users, items } = simulateRatings({ users: 301, items: 203, count: 20_000, seed: 3 });
  const draws = random({ seed: 4 });
  const rows = (count: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => draws.uniform()));
  return {
    byUser,
    ratings: [],
    width,
    userBiases: new Array(users.size).fill(0.1),
    itemBiases: new Array(items.size).fill(-0.1),
    userFactors: rows(users.size),
    itemFactors: rows(items.size),
    implicitFactors: rows(items.size),
  };
}

/** Numbers of ratings of each item. */
export function lengthsOf({ indices, columnCount }: CsrMatrix): Int32Array {
  const lengths = new Int32Array(columnCount);
  for (const item of indices) lengths[item]!++;
  return lengths;
}

/** A pass over ratings that changes biases and factors. */
type Pass<Rates> = (
  ratings: CsrMatrix,
  biases: ReturnType<typeof startOf>["biases"],
  factors: ReturnType<typeof startOf>["factors"],
  rates: Rates,
) => void;

/** A pass in plain TypeScript and in WebAssembly, usual rates, and rates at random. */
export interface PassPair<Rates> {
  readonly plain: Pass<Rates>;
  readonly on: (runtime: Runtime) => Pass<Rates>;
  readonly usual: Rates;
  readonly rates: fc.Arbitrary<Rates>;
}

/** Tests that a pass in WebAssembly has the bits of the plain one, and copies ratings once. */
export function testPass<Rates>(name: string, { plain, on, usual, rates }: PassPair<Rates>): void {
  const afterPasses = (pass: Pass<Rates>, start: FactorCase, step: Rates) => {
    const { biases, factors } = startOf(start);
    for (let epoch = 0; epoch < 3; epoch++) pass(start.byUser, biases, factors, step);
    return { biases, factors };
  };

  describe.each(runtimes)(`${name} in WebAssembly, with $threads threads`, (runtime) => {
    const pass = on(runtime);

    test("has the bits of the plain kernel, for any number of users, items and factors", () => {
      fc.assert(
        fc.property(factorCases(), rates, (start, step) => {
          expect(afterPasses(pass, start, step)).toEqual(afterPasses(plain, start, step));
        }),
        { numRuns: 100 },
      );
    });

    test.each([1, 2, 15, 16, 100])("has them for 20,000 ratings and %i factors", (width) => {
      const start = largeCase(width);
      expect(afterPasses(pass, start, usual)).toEqual(afterPasses(plain, start, usual));
    });

    test("uses the arrays as they are at each call", () => {
      const start = largeCase(7);
      const both = [pass, plain].map((each) => {
        const { biases, factors } = startOf(start);
        each(start.byUser, biases, factors, usual);
        factors.user.values.fill(0.25);
        biases.item.fill(1);
        each(start.byUser, biases, factors, usual);
        return { biases, factors };
      });
      expect(both[0]).toEqual(both[1]);
    });
  });

  test(`small jobs of ${name} are left to the plain kernel, and the ratings of a large one are copied once`, () => {
    const counting = countingRuntime();
    const pass = on(counting.runtime);
    afterPasses(pass, { ...largeCase(1), width: 0 }, usual);
    expect(counting.opened()).toBe(0);
    afterPasses(pass, largeCase(8), usual);
    expect(counting.opened()).toBe(1);
  });
}
