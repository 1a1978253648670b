import type { FittedModel } from "../../models/contract/model.js";
import { indicesIn } from "../../ratings/indices-in.js";
import type { Ratings } from "../../ratings/ratings.js";
import { oneOf } from "../../settings/checks.js";
import { rowPositions } from "../../sparse/row-positions.js";
import { mae, mape, rmse } from "../metrics/rating-errors.js";
import { userScorer } from "./user-scorer.js";

/** Settings of {@link evaluateRatings}. */
export interface EvaluateRatingsOptions {
  /** Whether predictions outside the scale are moved to its end. @default true */
  readonly clip?: boolean;
  /** What a rating counts as that the model cannot predict: the mean of its train ratings; or it is skipped. @default "mean" */
  readonly unknown?: "mean" | "skip";
  /** What the model is told of test users whom it was not fitted on. @default nothing */
  readonly given?: Ratings | undefined;
}

/** How far predictions are from what users gave. */
export interface RatingEvaluation {
  readonly rmse: number;
  readonly mae: number;
  /** In percent. */
  readonly mape: number;
  /** The share of the test ratings that `predict` alone can say, 0 to 1. */
  readonly coverage: number;
  /** What each test row was measured against; NaN where it was skipped. */
  readonly predictions: Float64Array;
}

/**
 * Predicts test ratings and measures the errors, as Surprise does: where `predict` says nothing, the half that the model
 * knows counts ({@link FittedModel.partialScore}), and where it knows nothing, the mean of its train ratings; predictions are
 * clipped to the scale. All NaN where there is nothing to measure. Costs as many predictions as there are test ratings.
 *
 * @throws RangeError for a model whose scores are not stars.
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
  const userIndices = indicesIn(fitted.ratings.users, test.users, test.userIndices);
  const itemIndices = indicesIn(fitted.items, test.items, test.itemIndices);
  const predictions = new Float64Array(test.count);
  fitted.scorePairs(userIndices, itemIndices, predictions);
  if (given) predictGiven(fitted, { test, given, itemIndices }, predictions);

  let said = 0;
  const byDefault = unknown === "mean" ? fitted.ratings.mean : Number.NaN;
  const { min, max } = fitted.ratings.scale;
  for (let row = 0; row < predictions.length; row++) {
    if (Number.isNaN(predictions[row])) {
      const part = fitted.partialScore(userIndices[row], itemIndices[row]);
      predictions[row] = Number.isNaN(part) ? byDefault : part;
    } else {
      said++;
    }
    if (clip) predictions[row] = Math.min(max, Math.max(min, predictions[row]));
  }
  const isKnown = (_: number, row: number) => !Number.isNaN(predictions[row]);
  const [actual, predicted] = [test.values.filter(isKnown), predictions.filter(isKnown)];
  return {
    rmse: rmse(actual, predicted),
    mae: mae(actual, predicted),
    mape: mape(actual, predicted),
    coverage: said / test.count,
    predictions,
  };
}

/** Predicts for test users of whom the model knows only what is given. */
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
