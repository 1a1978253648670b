import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Split } from "../splits/split.js";
import { type CompareOptions, type Comparison, compare } from "./compare.js";
import type { DefaultMetric } from "./measure.js";
import { modelLabels } from "./model-labels.js";

/** The result of {@link chooseModel}. */
export interface Choice<Name extends string = DefaultMetric> {
  /** The best by the first metric, not fitted; the first of equal ones. */
  readonly model: Model;
  /** Its label in the table. */
  readonly label: string;
  /** All models, best first. */
  readonly table: Comparison<Name>;
}

/**
 * Measures models, such as one model with several settings, and chooses the best by the first
 * metric. Split the train part for this: a model chosen on the test part has seen the answers, so
 * its error there is too low. The model is returned as it was given, not fitted: fit it to all of
 * the train part. To search settings of one model, in worker threads, see `tune`.
 *
 * @throws RangeError for no model, and as {@link compare}.
 * @example
 * const { train } = randomSplit(ratings, { seed: 0 });
 * const models = [0, 5, 5000].map((damping) => new MeanRating({ damping }));
 * chooseModel(models, randomSplit(train, { seed: 1 })).label; // "MeanRating (damping 5)"
 */
export function chooseModel<Name extends string = DefaultMetric>(
  models: readonly Model[],
  splits: Split<Feedback> | readonly Split<Feedback>[],
  options: CompareOptions<Name> = {},
): Choice<Name> {
  if (models.length === 0) throw new RangeError("chooseModel has no model to try; give it at least one");
  const table = compare(models, splits, options);
  const label = table[0].model;
  return { model: models[modelLabels(models).indexOf(label)], label, table };
}
