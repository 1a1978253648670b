import { availableParallelism } from "node:os";
import { runInThisThread } from "../evaluation/tuning/trial-runner.js";
import {
  type DataOf,
  type TuneOptions as OptionsAnywhere,
  type SpaceOf,
  type TunableModel,
  type Tuning,
  tuneWith,
} from "../evaluation/tuning/tune.js";
import type { Model } from "../models/contract/model.js";
import { modelKinds } from "../models/saving/model-kinds.js";
import { wholeAtLeast } from "../settings/checks.js";
import { libraryFile } from "./library-file.js";
import { trialWorkers } from "./trial-workers.js";

/** Options of `tune` in Node. */
export interface TuneOptions extends OptionsAnywhere {
  /**
   * How many trials run at a time at most; with 1 they run in this thread.
   * @default the number of cores
   */
  readonly workers?: number | undefined;
}

/**
 * Tries settings of a model on validation parts of the ratings, in worker threads, and chooses the
 * best. Give it the train part only: settings that were chosen on the test part have seen the
 * answers. Settings for which a model cannot be fitted, because it diverges, are trials with an
 * error. Scores do not depend on the number of workers. Models of your own run in this thread,
 * because a worker cannot load them. Costs `trials` × `folds` fits, and a copy of the validation
 * parts for each worker.
 *
 * @param kind the model's class
 * @param space for each setting a list of values, or a range of numbers
 * @throws RangeError for a setting or value that the model does not have, a grid larger than
 * `trials`, a `previous` of another space, a metric of ratings with interactions, workers
 * below 1, and if no trial succeeds; an Error if a worker ends; the signal's reason if aborted.
 * @example
 * const space = { damping: [0, 5, 50] };
 * const { model, record } = await tune(MeanRating, ratings, space, { folds: 3, metric: "mae" });
 * [model.settings.damping, record.trials.length]; // [5, 3]
 */
export function tune<F extends object, M extends Model>(
  kind: TunableModel<F, M>,
  ratings: DataOf<M>,
  space: SpaceOf<F>,
  { workers = availableParallelism(), ...options }: TuneOptions = {},
): Promise<Tuning<M>> {
  wholeAtLeast(1, { workers });
  const library = libraryFile();
  const isOurs = (modelKinds as readonly unknown[]).includes(kind);
  const call = { kind, ratings, space, options };
  if (workers === 1 || library === undefined || !isOurs) return tuneWith(runInThisThread, call);
  return tuneWith(
    (task, trials) => trialWorkers(task, { workers: Math.min(workers, trials), library }),
    call,
  );
}
