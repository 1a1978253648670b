import type { invertPositiveDefinite } from "./dense/invert-positive-definite.js";

/**
 * The kernels that a backend other than plain TypeScript may have, by the names of the plain ones,
 * with their parameters and results.
 */
export interface Accelerator {
  readonly invertPositiveDefinite?: typeof invertPositiveDefinite;
}
