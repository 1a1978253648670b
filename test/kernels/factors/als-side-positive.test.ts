import fc from "fast-check";
import { expect, test } from "vitest";
import { solvePositiveAlsSide } from "../../../src/kernels/factors/als-side-positive.js";
import { positiveSolution } from "../../../src/reference/factors/als-side.js";
import { alsRow } from "./als-row.js";

test("non-negative factors are those of the reference, for any number of factors and ratings", () => {
  fc.assert(
    fc.property(
      alsRow,
      fc.integer({ min: 1, max: 5 }),
      ({ side, base, others, start, equations }, passes) => {
        const into = { values: new Float64Array(start.length), width: start.length };
        solvePositiveAlsSide(side, base, others, passes, into);
        const expected = positiveSolution(equations, passes);
        for (const [a, value] of expected.entries()) expect(into.values[a]).toBeCloseTo(value, 9);
      },
    ),
  );
});
