import type { invertPositiveDefinite } from "./dense/invert-positive-definite.js";
import type { funkSvdPass } from "./factors/funk-svd.js";
import type { nmfPass } from "./factors/nmf.js";
import type { svdPlusPlusPass } from "./factors/svd-plus-plus.js";

/**
 * The kernels that a backend other than plain TypeScript may have, by the names of the plain ones,
 * with their parameters and results.
 */
export interface Accelerator {
  readonly funkSvdPass?: typeof funkSvdPass;
  readonly invertPositiveDefinite?: typeof invertPositiveDefinite;
  readonly nmfPass?: typeof nmfPass;
  readonly svdPlusPlusPass?: typeof svdPlusPlusPass;
}
