import type { Model } from "../../models/contract/model.js";
import type { Split } from "../splits/split.js";
import { type CompareOptions, type Comparison, compare } from "./compare.js";
import type { DefaultMetric } from "./measure.js";
import { modelLabels } from "./model-labels.js";

/** What {@link chooseModel} finds. */
export interface Choice<Name extends string = DefaultMetric> {
  /** The best by the first metric; of equal ones the first. */
  readonly model: Model;
  /** Its label in the table. */
  readonly label: string;
  /** All that were tried, best first. */
  readonly table: Comparison<Name>;
}

/**
 * Tries models, such as one model with several settings, and takes the best by the first metric. The choice is honest where the split
 * is one of the train part: what is chosen on the test part knows its answers.
 *
 * @throws RangeError where there is no model, and all that {@link compare} throws.
 * @example
 * const { train } = randomSplit(ratings, { seed: 0 });
 * const models = [0, 5, 5000].map((damping) => new MeanRating({ damping }));
 * chooseModel(models, randomSplit(train, { seed: 1 })).label; // "MeanRating (damping 5)"
 */
export function chooseModel<Name extends string = DefaultMetric>(
  models: readonly Model[],
  splits: Split | readonly Split[],
  options: CompareOptions<Name> = {},
): Choice<Name> {
  if (models.length === 0) throw new RangeError("chooseModel has no model to try; give it one at least");
  const table = compare(models, splits, options);
  const label = table[0].model;
  return { model: models[modelLabels(models).indexOf(label)], label, table };
}
