import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FunkSvdRates, funkSvdPass } from "../../../../src/kernels/factors/funk-svd.js";
import { funkSvdPassOn } from "../../../../src/kernels/wasm/factors/funk-svd.js";
import { type FactorCase, factorCases } from "../../factors/factor-cases.js";
import { countingRuntime, runtimes } from "../on-threads.js";
import { largeCase, startOf } from "./passes.js";

const usual: FunkSvdRates = { learningRate: 0.005, regularization: 0.02, biased: 1 };
const rates: fc.Arbitrary<FunkSvdRates> = fc.record({
  learningRate: fc.constantFrom(0, 0.01, 0.1),
  regularization: fc.constantFrom(0, 0.02, 0.5),
  biased: fc.constantFrom(0, 1),
});

/** Biases and factors after three passes over the same ratings. */
function afterPasses(pass: typeof funkSvdPass, start: FactorCase, step: FunkSvdRates) {
  const { biases, factors } = startOf(start);
  for (let epoch = 0; epoch < 3; epoch++) pass(start.byUser, biases, factors, step);
  return { biases, factors };
}

describe.each(runtimes)("funkSvdPass in WebAssembly, with $threads threads", (runtime) => {
  const pass = funkSvdPassOn(runtime);

  test("has the bits of the plain kernel, for any number of users, items and factors", () => {
    fc.assert(
      fc.property(factorCases(), rates, (start, step) => {
        expect(afterPasses(pass, start, step)).toEqual(afterPasses(funkSvdPass, start, step));
      }),
      { numRuns: 100 },
    );
  });

  test.each([1, 2, 15, 16, 100])("has them for 20,000 ratings and %i factors", (width) => {
    const start = largeCase(width);
    expect(afterPasses(pass, start, usual)).toEqual(afterPasses(funkSvdPass, start, usual));
  });

  test("uses the arrays as they are at each call", () => {
    const start = largeCase(7);
    const both = [pass, funkSvdPass].map((each) => {
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

test("small jobs are left to the plain kernel, and the ratings of a large one are copied once", () => {
  const counting = countingRuntime();
  const pass = funkSvdPassOn(counting.runtime);
  afterPasses(pass, { ...largeCase(1), width: 0 }, usual);
  expect(counting.opened()).toBe(0);
  afterPasses(pass, largeCase(8), usual);
  expect(counting.opened()).toBe(1);
});
