import fc from "fast-check";
import type { AlsEquations } from "../../../src/kernels/factors/als-equations.js";
import { random } from "../../../src/math/random.js";
import { normalEquations } from "../../../src/reference/factors/als-side.js";
import { CsrMatrix } from "../../../src/sparse/csr-matrix.js";

/** One row of alternating least squares, for the kernels and for their references. */
export const alsRow = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    count: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(9999),
  })
  .map(({ width, count, seed }) => {
    const draws = random({ seed });
    const vector = () => Array.from({ length: width }, () => draws.normal());
    const others = Array.from({ length: count }, vector);
    const start = vector();
    const target = 1 + draws.uniform();
    const lambda = 0.1 + draws.uniform();
    const ratings = others.map((factors, k) => ({
      factors,
      weight: 0.5 + (k % 3),
      target: target + (k % 2),
    }));
    const base = start.map((_, a) => start.map((_, b) => (a === b ? 1 + a : 0.01 * (a + b))));
    const side: AlsEquations = {
      weights: CsrMatrix.fromRows({
        starts: Int32Array.of(0, others.length),
        indices: Int32Array.from(others.keys()),
        values: Float64Array.from(ratings, ({ weight }) => weight),
        columnCount: others.length,
      }),
      targets: Float64Array.from(ratings, (rating) => rating.target),
      regularization: Float64Array.of(lambda),
    };
    return {
      side,
      base: Float64Array.from(base.flat()),
      others: { values: Float64Array.from(others.flat()), width },
      start,
      equations: normalEquations(ratings, base, lambda),
    };
  });
