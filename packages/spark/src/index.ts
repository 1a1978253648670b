export {
  evaluateRanking,
  type SparkRankingMetrics,
  type SparkRankingOptions,
} from "./evaluation/evaluate-ranking.js";
export { evaluateRatings, type SparkRatingErrors } from "./evaluation/evaluate-ratings.js";
export { randomSplit, type SparkRandomSplitOptions } from "./evaluation/random-split.js";
export type { SparkSplit } from "./evaluation/split.js";
export { type SparkTimeSplitOptions, timeSplit } from "./evaluation/time-split.js";
export type { SparkAlsSettings } from "./models/als-settings.js";
export {
  type BestRatedItemsOptions,
  bestRatedItems,
  type PopularItemsOptions,
  popularItems,
} from "./models/best-items.js";
export {
  FittedSparkAls,
  type RecommendationBatch,
  type SparkRecommendOptions,
  type SparkWriteOptions,
} from "./models/fitted-spark-als.js";
export { type SimilarItemsBatch, type SimilarItemsOptions, similarItems } from "./models/similar-items.js";
export { SparkAls, type SparkFitOptions } from "./models/spark-als.js";
export type { SparkFactors } from "./models/spark-factors.js";
export type { AlsParameters } from "./plans/als-plan.js";
export type { ItemSimilarityName } from "./plans/item-plan.js";
export type { SourceColumns } from "./plans/ratings-plan.js";
export type { GivenColumns } from "./session/choose-columns.js";
export { type ConnectOptions, connect } from "./session/connect.js";
export type { SparkRatings } from "./session/spark-ratings.js";
export type { FileOptions, SparkSession } from "./session/spark-session.js";
export type { RunOptions } from "./transport/execute.js";
export { SparkError, type SparkFailure } from "./transport/spark-error.js";
