import { random } from "../../math/random.js";
import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import type { Settings } from "../../settings/define-settings.js";
import type { Fields, ValuesOf } from "../../settings/setting.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { rankingMetrics } from "../experiments/evaluate-ranking.js";
import { OF_LISTS } from "../experiments/measure.js";
import { isLowerBetter, parseMetric } from "../metrics/metric.js";
import { kFolds } from "../splits/k-folds.js";
import { randomSplit } from "../splits/random-split.js";
import type { Split } from "../splits/split.js";
import type { SettingRange } from "./setting-range.js";
import { type SettingsSpace, type Space, settingsSpace, type TrialSettings } from "./settings-space.js";
import { runInThisThread, type TrialRunner, type TrialTask, type TunableKind } from "./trial-runner.js";
import { type Trial, type TuningRecord, trialsOfPrevious } from "./tuning-record.js";

/** A class of models that {@link tune} takes: its declared settings, and a constructor for them. */
export interface TunableModel<F, M extends Model> {
  readonly kind: string;
  readonly settings: Settings<F>;
  new (settings?: Partial<ValuesOf<F>>): M;
}

/** The values to try for some settings of a model: a list, or a range of numbers. */
export type SpaceOf<F> = {
  readonly [Name in keyof ValuesOf<F>]?:
    | readonly ValuesOf<F>[Name][]
    | (number extends ValuesOf<F>[Name] ? SettingRange : never);
};

/** Options of {@link tune}. */
export interface TuneOptions extends TaskOptions {
  /** "grid" tries all combinations, "random" some. @default "random" with a range, else "grid" */
  readonly sampler?: "grid" | "random" | undefined;
  /** The number of random combinations, from 1. @default 20 */
  readonly trials?: number | undefined;
  /**
   * The metric to choose by, such as "ndcg@10".
   * @default "rmse", and for interactions "ndcg@10"
   */
  readonly metric?: string | undefined;
  /**
   * From which rating on an item is relevant.
   * @default the upper quarter of the scale; for interactions any weight above 0
   */
  readonly relevantFrom?: number | undefined;
  /** Parts to fit on and to measure on. @default a fifth of the ratings at random, or `folds` */
  readonly validation?: Split<Feedback> | readonly Split<Feedback>[] | undefined;
  /** Measure on each of so many folds of the ratings instead, from 2. @default one part */
  readonly folds?: number | undefined;
  /** Of the random combinations and the validation parts. @default 0 */
  readonly seed?: number | undefined;
  /** The record of an earlier call, whose trials are not made again. @default none */
  readonly previous?: TuningRecord | undefined;
  /** Called with the record so far after each trial, to write it to a file. @default none */
  readonly onTrial?: ((record: TuningRecord) => void) | undefined;
}

/** The result of {@link tune}. */
export interface Tuning<M extends Model = Model> {
  /** A model with the best settings, not fitted. */
  readonly model: M;
  /** The best of the settings that were tried; the model has defaults for the others. */
  readonly settings: TrialSettings;
  /** Their score; the first of equal ones. */
  readonly score: number;
  /** All trials, in the order of the sampler, as a plain object. */
  readonly record: TuningRecord;
}

/** What models of a class are fitted to: ratings, or for models that rank interactions too. */
export type DataOf<M extends Model> = Parameters<M["fit"]>[0];

/**
 * Tries settings of a model on validation parts of the ratings, and chooses the best. Give it the
 * train part only: settings that were chosen on the test part have seen the answers. Settings for
 * which a model cannot be fitted, because it diverges, are trials with an error.
 *
 * In Node the trials run in as many threads as there are cores (`workers`), with the same scores as
 * in one; in browsers, and for models of your own, in this thread. Costs `trials` × `folds` fits.
 *
 * @param kind the model's class
 * @param space for each setting a list of values, or {@link logRange} or {@link linearRange}
 * @throws RangeError for a setting or value that the model does not have, a grid larger than
 * `trials`, a `previous` of another space, a metric of ratings with interactions, and
 * if no trial succeeds; the signal's reason if aborted.
 * @example
 * const { train } = randomSplit(ratings, { seed: 0 });
 * const { model, record } = await tune(MeanRating, train, { damping: [0, 5, 50] });
 * [model.settings.damping, record.trials.length]; // [5, 3]
 */
export function tune<F extends object, M extends Model>(
  kind: TunableModel<F, M>,
  ratings: DataOf<M>,
  space: SpaceOf<F>,
  options: TuneOptions = {},
): Promise<Tuning<M>> {
  return tuneWith(runInThisThread, { kind, ratings, space, options });
}

/** {@link tune} with other threads than this one. */
export async function tuneWith<F extends object, M extends Model>(
  startRunner: (task: TrialTask) => TrialRunner,
  { kind, ratings, space, options }: TuneCall<F, M>,
): Promise<Tuning<M>> {
  const isRated = ratings.kind === "ratings";
  const { metric = isRated ? "rmse" : OF_LISTS[0], relevantFrom, signal } = options;
  const isLower = isLowerBetter(parseMetric(metric));
  if (!isRated) rankingMetrics([metric]);
  const combinations = combinationsOf(
    settingsSpace(kind.kind, kind.settings.fields as Fields, space as Space),
    {
      hasRange: Object.values(space).some((values) => values !== undefined && !Array.isArray(values)),
      ...options,
    },
  );
  const splits = validationParts(ratings, options);
  const parts = splits.map(({ train, test }) => [train.count, test.count] as const);
  const about = { model: kind.kind, metric, space: space as Space, parts };
  const done = trialsOfPrevious(options.previous, about);
  const recordOf = (): TuningRecord => ({
    ...about,
    trials: combinations.flatMap((settings) => {
      const trial = done.get(JSON.stringify(settings));
      return trial ? [{ ...trial, settings }] : []; // JSON has no Infinity.
    }),
  });
  const left = combinations.filter((settings) => !done.has(JSON.stringify(settings)));
  const total = combinations.length;
  const report = () => reportProgress(options, { done: recordOf().trials.length, total });
  report();
  if (left.length > 0) {
    const task = { kind: kind as unknown as TunableKind, splits, metric, relevantFrom, signal };
    const runner = startRunner(task);
    const work = async () => {
      for (let settings = left.shift(); settings; settings = left.shift()) {
        done.set(JSON.stringify(settings), await runner.run(settings));
        options.onTrial?.(recordOf());
        report();
      }
    };
    try {
      await Promise.all(Array.from({ length: runner.width }, work));
    } finally {
      left.length = 0;
      runner.end();
    }
  }
  const record = recordOf();
  const { settings, score } = bestOf(record, isLower);
  return { model: new kind(settings as Partial<ValuesOf<F>>), settings, score, record };
}

/** The arguments of {@link tune}. */
export interface TuneCall<F, M extends Model> {
  readonly kind: TunableModel<F, M>;
  readonly ratings: DataOf<M>;
  readonly space: SpaceOf<F>;
  readonly options: TuneOptions;
}

function combinationsOf(
  space: SettingsSpace,
  { sampler, trials, seed, hasRange }: TuneOptions & { hasRange: boolean },
): TrialSettings[] {
  if (trials !== undefined) wholeAtLeast(1, { trials });
  const isGrid = oneOf(["grid", "random"], { sampler: sampler ?? (hasRange ? "random" : "grid") }) === "grid";
  if (!isGrid) return space.draw(trials ?? 20, random({ seed }));
  const grid = space.grid();
  if (trials === undefined || grid.length <= trials) return grid;
  throw new RangeError(
    `the grid has ${grid.length} combinations, more than trials: ${trials}; pass sampler: "random" to try some`,
  );
}

function validationParts(
  ratings: Feedback,
  { validation, folds, seed }: TuneOptions,
): readonly Split<Feedback>[] {
  if (validation === undefined) {
    return folds === undefined ? [randomSplit(ratings, { seed })] : kFolds(ratings, { folds, seed });
  }
  if (folds !== undefined) {
    throw new RangeError("validation and folds are two ways to hold ratings out; leave one of them out");
  }
  const splits: readonly Split<Feedback>[] = Array.isArray(validation) ? validation : [validation];
  if (splits.length === 0) throw new RangeError("validation is an empty list; give it a split at least");
  return splits;
}

function bestOf(
  { trials, metric }: TuningRecord,
  isLower: boolean,
): Required<Pick<Trial, "settings" | "score">> {
  let best: { settings: TrialSettings; score: number } | undefined;
  for (const { settings, score } of trials) {
    if (typeof score !== "number" || Number.isNaN(score)) continue; // JSON has null for NaN.
    if (!best || (isLower ? score < best.score : score > best.score)) best = { settings, score };
  }
  if (best) return best;
  const error = trials.find((trial) => trial.error)?.error ?? `${metric} is undefined for all`;
  throw new RangeError(`none of the ${trials.length} trials has a score; the first says: ${error}`);
}
