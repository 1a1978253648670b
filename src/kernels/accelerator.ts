import type { invertPositiveDefinite } from "./dense/invert-positive-definite.js";
import type { writeProducts } from "./dense/weighted-products.js";
import type { solveAlsSide } from "./factors/als-side.js";
import type { bprPasses } from "./factors/bpr-passes.js";
import type { OpenFactorScores } from "./factors/factor-scores.js";
import type { funkSvdPass } from "./factors/funk-svd.js";
import type { nmfPass } from "./factors/nmf.js";
import type { stepAlsSides } from "./factors/step-als-sides.js";
import type { svdPlusPlusPass } from "./factors/svd-plus-plus.js";
import type { OpenDenseWeightScores } from "./item-weights/dense-weight-scores.js";
import type { elasticNet } from "./item-weights/elastic-net.js";
import type { openMachinePasses } from "./machines/machine-passes.js";
import type { OpenNeighborScores } from "./neighbor-scores.js";
import type { highestCosines } from "./similarity/highest-cosines.js";
import type { openTreeJob } from "./trees/tree-job.js";

/**
 * The kernels that a backend other than plain TypeScript may have, by the names of the plain ones,
 * with their parameters and results.
 */
export interface Accelerator {
  readonly bprPasses?: typeof bprPasses;
  readonly elasticNet?: typeof elasticNet;
  readonly funkSvdPass?: typeof funkSvdPass;
  readonly highestCosines?: typeof highestCosines;
  readonly openDenseWeightScores?: OpenDenseWeightScores;
  readonly openFactorScores?: OpenFactorScores;
  readonly openMachinePasses?: typeof openMachinePasses;
  readonly openTreeJob?: typeof openTreeJob;
  readonly openNeighborScores?: OpenNeighborScores;
  readonly invertPositiveDefinite?: typeof invertPositiveDefinite;
  readonly nmfPass?: typeof nmfPass;
  readonly solveAlsSide?: typeof solveAlsSide;
  readonly stepAlsSides?: typeof stepAlsSides;
  readonly svdPlusPlusPass?: typeof svdPlusPlusPass;
  readonly writeProducts?: typeof writeProducts;
}
