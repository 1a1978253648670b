import type { FittedSparkAls } from "../models/fitted-spark-als.js";
import { ratingErrors } from "../plans/metric-plan.js";
import type { SparkRatings } from "../session/spark-ratings.js";
import type { RunOptions } from "../transport/execute.js";

/** The errors of predicted ratings, over the pairs that have a prediction. */
export interface SparkRatingErrors {
  /** Root mean squared error, NaN without a prediction. */
  readonly rmse: number;
  /** Mean absolute error. */
  readonly mae: number;
  /** Test ratings whose user and item the model knows. */
  readonly predicted: number;
  /** All test ratings. */
  readonly total: number;
}

/** Predicts the test ratings on the server and returns their errors; one row is fetched. */
export async function evaluateRatings(
  model: FittedSparkAls,
  test: SparkRatings,
  options: RunOptions = {},
): Promise<SparkRatingErrors> {
  const [row] = await test.runner.collect(ratingErrors(model.predictions(test.relation)), options);
  const value = (name: string) => row?.numbers(name)[0] ?? Number.NaN;
  return { rmse: value("rmse"), mae: value("mae"), predicted: value("predicted"), total: value("total") };
}
