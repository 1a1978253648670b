import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { eachFold, type KFoldsOptions } from "../splits/k-folds.js";
import type { Split } from "../splits/split.js";
import { type DefaultMetric, type MeasureOptions, type Measures, meanMeasures, measure } from "./measure.js";

/** Options of {@link crossValidate}. */
export interface CrossValidateOptions<Name extends string = string>
  extends KFoldsOptions,
    MeasureOptions<Name>,
    TaskOptions {}

/** The measures of each fold, and their means. */
export interface CrossValidation<Name extends string = DefaultMetric> {
  readonly folds: readonly Measures<Name>[];
  readonly mean: Measures<Name>;
}

/**
 * Cross-validation: fits a model to each train part and measures it on the test part, for
 * {@link kFolds} of the ratings or for given splits. With `generator: "numpy"` the folds are those
 * of Surprise's `cross_validate` with `KFold(n_splits=folds, random_state=seed)`, and ratings that
 * the model cannot predict count as there. Without `metrics`, a model of stars is measured by
 * "rmse" and "mae", another by "ndcg@10" and "recall@10". Reports progress after each fold. Costs
 * `folds` × `repeats` fits.
 *
 * @throws RangeError for an unknown metric, for errors of a model whose scores are not stars, and
 * as {@link kFolds}.
 * @example
 * const { folds, mean } = crossValidate(new MeanRating(), ratings, { folds: 3, seed: 0 });
 * folds.length; // 3
 * mean.rmse.toFixed(2); // "0.96"
 */
export function crossValidate<Name extends string = DefaultMetric>(
  model: Model,
  data: Feedback | readonly Split<Feedback>[],
  options: CrossValidateOptions<Name> = {},
): CrossValidation<Name> {
  const { folds: foldCount = 5, repeats = 1 } = options;
  const [splits, total] = isSplits(data)
    ? [data, data.length]
    : [eachFold(data, options), foldCount * repeats];
  const folds: Measures<Name>[] = [];
  for (const split of splits) {
    reportProgress(options, { done: folds.length, total });
    folds.push(measure(model, split, options).measures);
  }
  reportProgress(options, { done: total, total });
  return { folds, mean: meanMeasures(folds) };
}

function isSplits(data: Feedback | readonly Split<Feedback>[]): data is readonly Split<Feedback>[] {
  return Array.isArray(data);
}
