export type { SparkAlsSettings } from "./models/als-settings.js";
export {
  FittedSparkAls,
  type RecommendationBatch,
  type SparkRecommendOptions,
  type SparkWriteOptions,
} from "./models/fitted-spark-als.js";
export { SparkAls, type SparkFitOptions } from "./models/spark-als.js";
export type { SparkFactors } from "./models/spark-factors.js";
export type { AlsParameters } from "./plans/als-plan.js";
export type { SourceColumns } from "./plans/ratings-plan.js";
export type { GivenColumns } from "./session/choose-columns.js";
export { type ConnectOptions, connect } from "./session/connect.js";
export type { SparkRatings } from "./session/spark-ratings.js";
export type { FileOptions, SparkSession } from "./session/spark-session.js";
export type { RunOptions } from "./transport/execute.js";
export { SparkError, type SparkFailure } from "./transport/spark-error.js";
