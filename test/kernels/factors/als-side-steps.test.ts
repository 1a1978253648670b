import fc from "fast-check";
import { expect, test } from "vitest";
import { stepAlsSide } from "../../../src/kernels/factors/als-side-steps.js";
import { conjugateGradientSteps } from "../../../src/reference/factors/als-side.js";
import { alsRow } from "./als-row.js";

test("conjugate gradient steps are those of the reference, for any number of factors and ratings", () => {
  fc.assert(
    fc.property(alsRow, fc.nat(4), ({ side, base, others, start, equations }, steps) => {
      const into = { values: Float64Array.from(start), width: start.length };
      stepAlsSide(side, base, others, steps, into);
      const expected = conjugateGradientSteps(equations, start, steps);
      for (const [a, value] of expected.entries()) expect(into.values[a]).toBeCloseTo(value, 8);
    }),
  );
});
