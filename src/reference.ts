export { type Biases, baselineBiases, baselineSgdPass, type IndexedRating } from "./reference/baseline.js";
export {
  type BoostOptions,
  bestSplit,
  boostTrees,
  type FeatureRow,
  type GrowTreeOptions,
  growTree,
  leafValue,
  type Sides,
  type Split,
  splitRows,
  type TreeNode,
} from "./reference/boosted-trees.js";
export { choleskyFactor, choleskySolution } from "./reference/cholesky.js";
export {
  type CoClusterScore,
  type CoClusters,
  coClusterRound,
  coClusterScorer,
} from "./reference/co-clusters.js";
export { commonSums } from "./reference/common-sums.js";
export { easeWeights } from "./reference/ease.js";
export { elasticNet, type Penalties } from "./reference/elastic-net.js";
export {
  gibbsSweep,
  type Machine,
  type MachineDraws,
  type MachinePrior,
  machineScore,
} from "./reference/factorization-machine.js";
export {
  conjugateGradientSteps,
  type ImplicitWeighting,
  implicitCost,
  type LinearEquations,
  normalEquations,
  positiveSolution,
  solveEquations,
  type WeightedFactors,
} from "./reference/factors/als-side.js";
export { batchCostOf } from "./reference/factors/batch-cost.js";
export { type BprPair, type BprSample, type BprStep, bprPairCost, bprStep } from "./reference/factors/bpr.js";
export { factorScores } from "./reference/factors/factor-scores.js";
export { type FactorModel, type FunkSvdStep, funkSvdPass } from "./reference/factors/funk-svd.js";
export {
  type BiasAndFactors,
  type LogisticRow,
  logisticCost,
  logisticStep,
} from "./reference/factors/logistic.js";
export { nmfPass } from "./reference/factors/nmf.js";
export { type SvdPlusPlusStep, svdPlusPlusPass } from "./reference/factors/svd-plus-plus.js";
export {
  rankWeight,
  type WarpSample,
  type WarpStep,
  warpPairCost,
  warpStep,
} from "./reference/factors/warp.js";
export {
  binColumn,
  binThresholds,
  gradientHistogram,
  type HistogramBin,
} from "./reference/gradient-histogram.js";
export { inverse } from "./reference/inverse.js";
export { itemWeightScores, type UserItem } from "./reference/item-weight-scores.js";
export { type KMeansRound, kMeansRounds, meanPoint, nearestCenter } from "./reference/k-means.js";
export { type KeptOptions, keptSimilarities, keptWeights } from "./reference/kept-entries.js";
export { type NeighborScoreOptions, neighborScore, type RatedNeighbor } from "./reference/neighbor-score.js";
export { type RandomWalkPowers, randomWalkWeights } from "./reference/random-walk.js";
export { neighborFeatures } from "./reference/rating-features.js";
export { ratingsOfSimilar } from "./reference/ratings-of-similar.js";
export { correlation, type RowRatings, similarity, spearman } from "./reference/similarity.js";
export { deviation, slopeOne } from "./reference/slope-one.js";
export { source } from "./reference/source.js";
