import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nmfPass } from "../../../../src/kernels/factors/nmf.js";
import { nmfPassOn } from "../../../../src/kernels/wasm/factors/nmf.js";
import { type FactorCase, factorCases } from "../../factors/factor-cases.js";
import { countingRuntime, runtimes } from "../on-threads.js";
import { largeCase, lengthsOf, startOf } from "./passes.js";

/** Factors after three passes over the same ratings. */
function afterPasses(pass: typeof nmfPass, start: FactorCase, regularization: number) {
  const { factors } = startOf(start);
  const lengths = lengthsOf(start.byUser);
  for (let epoch = 0; epoch < 3; epoch++) pass(start.byUser, lengths, factors, regularization);
  return factors;
}

describe.each(runtimes)("nmfPass in WebAssembly, with $threads threads", (runtime) => {
  const pass = nmfPassOn(runtime);

  test("has the bits of the plain kernel, for any number of users, items and factors", () => {
    fc.assert(
      fc.property(factorCases({ min: 0 }), fc.constantFrom(0, 0.06), (start, regularization) => {
        const expected = afterPasses(nmfPass, start, regularization);
        expect(afterPasses(pass, start, regularization)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test.each([1, 2, 15, 16])("has them for 20,000 ratings and %i factors", (width) => {
    const start = largeCase(width);
    expect(afterPasses(pass, start, 0.06)).toEqual(afterPasses(nmfPass, start, 0.06));
  });
});

test("small jobs are left to the plain kernel, and the ratings of a large one are copied once", () => {
  const counting = countingRuntime();
  const pass = nmfPassOn(counting.runtime);
  afterPasses(pass, { ...largeCase(1), width: 0 }, 0.06);
  expect(counting.opened()).toBe(0);
  afterPasses(pass, largeCase(8), 0.06);
  expect(counting.opened()).toBe(1);
});
