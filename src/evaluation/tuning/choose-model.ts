import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { modelLabels } from "../experiments/model-labels.js";
import type { Split } from "../splits/split.js";
import { type SearchOptions, searchTrials } from "./search-trials.js";
import { runInThisThread } from "./trial-runner.js";
import type { TuningRecord } from "./tuning-record.js";

/** The result of {@link chooseModel}. */
export interface Choice {
  /** The best by the metric, not fitted; the first of equal ones. */
  readonly model: Model;
  /** Its label: its name, and the settings in which it differs from others of that name. */
  readonly label: string;
  /** Its score. */
  readonly score: number;
  /** The scores of all models in their order, as a plain object; a trial's `model` is a label. */
  readonly record: TuningRecord;
}

/**
 * Measures models of any kinds, and chooses the best: the search of `tune`, with models
 * instead of settings. Split the train part for this: a model chosen on the test part has seen the
 * answers, so its error there is too low. The model is returned as it was given, not fitted: fit
 * it to all of the train part. Runs in this thread, which answers to others between two models.
 * `compare` gives a table of several metrics. Costs a fit for each model and split.
 *
 * @throws RangeError for no model, a model that cannot be fitted or measured by the metric, and an
 * unknown metric; the signal's reason if aborted.
 * @example
 * const { train } = randomSplit(ratings, { seed: 0 });
 * const models = [0, 5, 5000].map((damping) => new MeanRating({ damping }));
 * const { label } = await chooseModel(models, randomSplit(train, { seed: 1 }));
 * label; // "MeanRating (damping 5)"
 */
export async function chooseModel(
  models: readonly Model[],
  validation: Split<Feedback> | readonly Split<Feedback>[],
  options: SearchOptions = {},
): Promise<Choice> {
  if (models.length === 0) throw new RangeError("chooseModel has no model to try; give it at least one");
  const labels = modelLabels(models);
  const modelOf = ({ model }: { readonly model?: unknown }) => models[labels.indexOf(model as string)];
  const search = {
    name: "chooseModel",
    modelOf,
    space: { model: labels },
    combinations: labels.map((model) => ({ model })),
    splits: validation,
  };
  const { settings, score, record } = await searchTrials(runInThisThread, search, {
    ...options,
    onTrial(record) {
      const failed = record.trials.find(({ error }) => error !== undefined);
      if (failed)
        throw new RangeError(`chooseModel cannot measure ${failed.settings.model}: ${failed.error}`);
      options.onTrial?.(record);
    },
  });
  return { model: modelOf(settings), label: settings.model as string, score, record };
}
