import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { crossValidate } from "../experiments/cross-validate.js";
import type { Split } from "../splits/split.js";
import type { TrialSettings } from "./settings-space.js";
import type { Trial } from "./tuning-record.js";

/** What all trials have in common. */
export interface TrialTask {
  /** The kind of the models, for workers. */
  readonly name: string;
  modelOf(settings: TrialSettings): Model;
  readonly splits: readonly Split<Feedback>[];
  readonly metric: string;
  /** Ratings from which on an item is relevant; the default of `evaluateRanking` if undefined. */
  readonly relevantFrom: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Measures settings, several at a time. */
export interface TrialRunner {
  /** How many trials run at a time. */
  readonly width: number;
  run(settings: TrialSettings): Promise<Trial>;
  end(): void;
}

/** Starts a runner for so many trials. */
export type StartRunner = (task: TrialTask, trials: number) => TrialRunner;

/** Runs trials in this thread, which answers to others between two of them. */
export function runInThisThread(task: TrialTask): TrialRunner {
  return {
    width: 1,
    async run(settings) {
      await new Promise((done) => setTimeout(done));
      return measureTrial(task, settings);
    },
    end() {},
  };
}

/** Fits and measures a model with these settings; an error of the model is the trial's result. */
export function measureTrial(
  { modelOf, splits, metric, relevantFrom, signal }: TrialTask,
  settings: TrialSettings,
): Trial {
  try {
    const relevant =
      relevantFrom === undefined ? {} : { relevant: (rating: number) => rating >= relevantFrom };
    const options = { metrics: [metric], signal, ...relevant };
    const { folds, mean } = crossValidate(modelOf(settings), splits, options);
    return {
      settings,
      score: mean[metric],
      scores: folds.map((fold) => fold[metric]),
      fitSeconds: folds.reduce((sum, fold) => sum + fold.fitSeconds, 0),
    };
  } catch (error) {
    signal?.throwIfAborted();
    return { settings, error: error instanceof Error ? error.message : String(error) };
  }
}
