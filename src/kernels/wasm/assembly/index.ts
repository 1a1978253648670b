// The exports of the module. Kernels that run on several threads take a range of work first, then
// the place of the thread's own scratch memory: (from, to, scratch, ...).
export { funkSvdUsers } from "./funk-svd";
export { mergeHeaps, offerCosines } from "./highest-cosines";
export { denseWeightScores } from "./dense-weight-scores";
export { elasticNetPass } from "./elastic-net";
export { factorScores } from "./factor-scores";
export { divideRows, fillHistogram, joinRows } from "./grow-tree";
export { finishInverse, prepareBlock, solvePanel, updateInverse } from "./invert-positive-definite";
export { nmfSums, nmfUpdate } from "./nmf";
export { svdPlusPlusUsers } from "./svd-plus-plus";
export { stepAlsSide } from "./step-als-side";
export { stepAlsSideSingle } from "./step-als-side-single";
export { writeProducts } from "./weighted-products";
export { writeProductsSingle } from "./write-products-single";
export { solveAlsSide } from "./solve-als-side";
export { neighborScores, sortNeighbors } from "./neighbor-scores";
export { neighborCutoffs, sparseNeighborScores } from "./sparse-neighbor-scores";
export { rankScores } from "./rank-scores";
export { bprPass, bprPassSingle } from "./bpr-pass";
export { machineFactor, machineProducts, machineRatings, machineTotals } from "./machine-passes";
