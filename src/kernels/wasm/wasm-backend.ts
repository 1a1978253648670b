import type { Accelerator } from "../accelerator.js";
import type { Backend, WasmOptions } from "../backend.js";
import { canCompile } from "./compiled-module.js";
import { inverseOn } from "./dense/invert-positive-definite.js";
import { bprPassesOn } from "./factors/bpr-passes.js";
import { openFactorScoresOn } from "./factors/factor-scores.js";
import { funkSvdPassOn } from "./factors/funk-svd.js";
import { nmfPassOn } from "./factors/nmf.js";
import { solveAlsSideOn } from "./factors/solve-als-side.js";
import { stepAlsSidesOn } from "./factors/step-als-sides.js";
import { svdPlusPlusPassOn } from "./factors/svd-plus-plus.js";
import { writeProductsOn } from "./factors/write-products.js";
import type { StartHelper } from "./helpers.js";
import { openDenseWeightScoresOn } from "./item-weights/dense-weight-scores.js";
import { elasticNetOn } from "./item-weights/elastic-net.js";
import { openMachinePassesOn } from "./machines/machine-passes.js";
import { Runtime } from "./runtime.js";
import { highestCosinesOn } from "./similarity/highest-cosines.js";
import { openNeighborScoresOn } from "./similarity/neighbor-scores.js";
import { openTreeJobOn } from "./trees/tree-job.js";

/** What a machine has for the backend "wasm". */
export interface WasmHost {
  /** Threads of a backend that is given no number. */
  readonly threads: number;
  /** Missing where there are no threads. */
  readonly startHelper?: StartHelper;
}

/**
 * Starts the backend "wasm". Compiles nothing and starts no thread before the first large job.
 *
 * @throws RangeError without SIMD, for threads where there are none, and for relaxed SIMD that this
 *   machine does not have
 */
export function startWasmOn(
  { threads: available, startHelper }: WasmHost,
  { threads = available, relaxedSimd = false }: WasmOptions,
): Backend {
  if (!canCompile({ shared: false, relaxedSimd: false })) {
    throw new RangeError('this machine has no WebAssembly with SIMD; take the backend "plain"');
  }
  if (relaxedSimd && !canCompile({ shared: false, relaxedSimd })) {
    throw new RangeError("relaxedSimd: this machine does not have it; leave it out");
  }
  if (threads > 1 && !startHelper) {
    throw new RangeError(`threads: ${threads} need threads with shared memory, which are not here; take 1`);
  }
  const runtime = new Runtime({ threads, relaxedSimd, startHelper });
  return {
    kernels: kernelsOn(runtime),
    report: () => ({
      kind: "wasm",
      threads: runtime.threads,
      shared: runtime.threads > 1,
      relaxedSimd,
    }),
    stop: () => runtime.stop(),
  };
}

/** All kernels of the module, on a runtime of the options' kind. */
export function kernelsOn(runtime: Runtime): Accelerator {
  return {
    bprPasses: bprPassesOn(runtime),
    elasticNet: elasticNetOn(runtime),
    funkSvdPass: funkSvdPassOn(runtime),
    highestCosines: highestCosinesOn(runtime),
    invertPositiveDefinite: inverseOn(runtime),
    nmfPass: nmfPassOn(runtime),
    solveAlsSide: solveAlsSideOn(runtime),
    stepAlsSides: stepAlsSidesOn(runtime),
    svdPlusPlusPass: svdPlusPlusPassOn(runtime),
    writeProducts: writeProductsOn(runtime),
    openDenseWeightScores: openDenseWeightScoresOn(runtime),
    openFactorScores: openFactorScoresOn(runtime),
    openMachinePasses: openMachinePassesOn(runtime),
    openTreeJob: openTreeJobOn(runtime),
    openNeighborScores: openNeighborScoresOn(runtime),
  };
}
