import { checkRatings } from "../../models/contract/check-ratings.js";
import type { FittedModel } from "../../models/contract/model.js";
import { indicesIn } from "../../ratings/indices-in.js";
import type { Ratings } from "../../ratings/ratings.js";
import { oneOf } from "../../settings/checks.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { explainedVariance, rSquared } from "../metrics/explained-variance.js";
import { mae, mape, rmse } from "../metrics/rating-errors.js";
import { userScorer } from "./user-scorer.js";

/** Options of {@link evaluateRatings}. */
export interface EvaluateRatingsOptions {
  /** Whether predictions are clipped to the scale. @default true */
  readonly clip?: boolean;
  /**
   * For ratings that the model cannot predict: predict the mean of the train ratings, or skip them.
   * @default "mean"
   */
  readonly unknown?: "mean" | "skip";
  /** Known ratings of test users who are not in train. @default none */
  readonly given?: Ratings | undefined;
}

/** The errors of predictions. */
export interface RatingEvaluation {
  readonly rmse: number;
  readonly mae: number;
  /** In percent. */
  readonly mape: number;
  /** R² of the predictions: {@link rSquared}. */
  readonly r2: number;
  readonly explainedVariance: number;
  /** The share of the test ratings that `predict` alone can predict, 0 to 1. */
  readonly coverage: number;
  /** The prediction for each test row; NaN for a skipped one. */
  readonly predictions: Float64Array;
}

/**
 * Predicts test ratings and measures the errors, as Surprise does. If `predict` gives nothing, the
 * fallback is what the user or the item alone predicts ({@link FittedModel.partialScore}), and
 * after that the mean of the train ratings. Predictions are clipped to the scale. NaN for no test
 * ratings. A model with dates among its features predicts each row with that row's own timestamp;
 * say so beside its error, because other models do not get it. Costs one prediction for each test
 * rating.
 *
 * @throws RangeError for a model whose scores are not stars, for interactions, and for an unknown
 * `unknown`.
 * @example
 * const { train, test } = randomSplit(ratings, { seed: 15, generator: "numpy" });
 * evaluateRatings(new GlobalMean().fit(train), test).rmse.toFixed(3); // "1.041"
 */
export function evaluateRatings(
  fitted: FittedModel,
  test: Ratings,
  { clip = true, unknown = "mean", given }: EvaluateRatingsOptions = {},
): RatingEvaluation {
  oneOf(["mean", "skip"], { unknown });
  if (!fitted.inStars) {
    throw new RangeError(
      `${fitted.name}: its scores rank items and are not stars, so they have no error; ` +
        'measure it with metrics of rankings, such as "ndcg@10"',
    );
  }
  checkRatings(fitted.name, test);
  const userIndices = indicesIn(fitted.ratings.users, test.users, test.userIndices);
  const itemIndices = indicesIn(fitted.items, test.items, test.itemIndices);
  const predictions = new Float64Array(test.count);
  fitted.scorePairs(userIndices, itemIndices, predictions, test.timestamps);
  if (given) predictGiven(fitted, { test, given, itemIndices }, predictions);

  let predictedCount = 0;
  const fallback = unknown === "mean" ? fitted.ratings.mean : Number.NaN;
  const { min, max } = fitted.ratings.scale;
  for (let row = 0; row < predictions.length; row++) {
    if (Number.isNaN(predictions[row])) {
      const part = fitted.partialScore(userIndices[row], itemIndices[row]);
      predictions[row] = Number.isNaN(part) ? fallback : part;
    } else {
      predictedCount++;
    }
    if (clip) predictions[row] = Math.min(max, Math.max(min, predictions[row]));
  }
  const isKnown = (_: number, row: number) => !Number.isNaN(predictions[row]);
  const [actual, predicted] = [test.values.filter(isKnown), predictions.filter(isKnown)];
  return {
    rmse: rmse(actual, predicted),
    mae: mae(actual, predicted),
    mape: mape(actual, predicted),
    r2: rSquared(actual, predicted),
    explainedVariance: explainedVariance(actual, predicted),
    coverage: predictedCount / test.count,
    predictions,
  };
}

/** Predicts for test users who are not in train, from their given ratings. */
function predictGiven(
  fitted: FittedModel,
  { test, given, itemIndices }: { test: Ratings; given: Ratings; itemIndices: Int32Array },
  into: Float64Array,
): void {
  const score = userScorer(fitted, given);
  const scores = new Float64Array(fitted.items.size);
  const { byUser } = test;
  for (const [user, userId] of test.users.ids.entries()) {
    if (fitted.ratings.users.has(userId) || !given.users.has(userId)) continue;
    score(userId, scores);
    for (const row of rowPositions(byUser, user)) {
      into[row] = scores[itemIndices[row]] ?? Number.NaN;
    }
  }
}
