import type { Factors } from "../dense/factors.js";
import { type FloatPrecision, roundToPrecision } from "../dense/round-to-precision.js";
import { writeProducts } from "../dense/weighted-products.js";
import type { AlsEquations } from "./als-equations.js";
import { stepAlsSide } from "./als-side-steps.js";

/** Users, or items, of alternating least squares. */
export interface AlsSide {
  readonly equations: AlsEquations;
  readonly factors: Factors;
}

/** How often {@link stepAlsSides} solves, and how exactly. */
export interface AlsSchedule {
  /** Times that each side is solved for. */
  readonly iterations: number;
  /** Conjugate gradient steps for each row. */
  readonly steps: number;
  readonly precision: FloatPrecision;
  /** Called before each iteration with the number of those done. */
  onIteration(done: number): void;
}

/**
 * Alternating least squares of implicit feedback: brings the factors of users and of items in turn
 * nearer to the solution of their {@link AlsEquations}, in which Σ y yᵀ over all factors y of the
 * other side is the base, by {@link stepAlsSide}. With precision "single" factors are rounded after
 * each turn. O(iterations × steps × (entries × width + rows × width²)). Reference:
 * `conjugateGradientSteps` in src/reference/factors/als-side.ts.
 */
export function stepAlsSides(users: AlsSide, items: AlsSide, schedule: AlsSchedule): void {
  const { iterations, steps, precision, onIteration } = schedule;
  const { width } = users.factors;
  const base = new Float64Array(width * width);
  const step = ({ equations, factors: into }: AlsSide, { factors: others }: AlsSide) => {
    writeProducts(others, base);
    stepAlsSide(equations, base, others, steps, into);
    roundToPrecision(precision, into.values);
  };
  for (const { factors } of [users, items]) roundToPrecision(precision, factors.values);
  for (let done = 0; done < iterations; done++) {
    onIteration(done);
    step(users, items);
    step(items, users);
  }
}
