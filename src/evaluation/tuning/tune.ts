import { random } from "../../math/random.js";
import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import type { Settings } from "../../settings/define-settings.js";
import { type Fields, quoted, type ValuesOf } from "../../settings/setting.js";
import { kFolds } from "../splits/k-folds.js";
import { randomSplit } from "../splits/random-split.js";
import type { Split } from "../splits/split.js";
import { type SearchOptions, type SearchResult, searchTrials } from "./search-trials.js";
import type { SettingRange } from "./setting-range.js";
import { type SettingsSpace, type Space, settingsSpace, type TrialSettings } from "./settings-space.js";
import { runInThisThread, type StartRunner } from "./trial-runner.js";

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
export interface TuneOptions extends SearchOptions {
  /** "grid" tries all combinations, "random" some. @default "random" with a range, else "grid" */
  readonly sampler?: "grid" | "random" | undefined;
  /** The number of random combinations, from 1. @default 20 */
  readonly trials?: number | undefined;
  /** Parts to fit on and to measure on. @default a fifth of the ratings at random, or `folds` */
  readonly validation?: Split<Feedback> | readonly Split<Feedback>[] | undefined;
  /** Measure on each of so many folds of the ratings instead, from 2. @default one part */
  readonly folds?: number | undefined;
  /** Of the random combinations and the validation parts. @default 0 */
  readonly seed?: number | undefined;
}

/** The result of {@link tune}. */
export interface Tuning<M extends Model = Model> extends SearchResult {
  /** A model with the best settings, not fitted. */
  readonly model: M;
}

/** More are not measured in a lifetime, or do not fit in memory. */
const MOST_COMBINATIONS = 1e6;

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
 * `trials` or a million, a `previous` of another space, a metric of ratings with interactions, and
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
  startRunner: StartRunner,
  { kind, ratings, space, options }: TuneCall<F, M>,
): Promise<Tuning<M>> {
  if (typeof kind !== "function") {
    throw new RangeError(`${quoted(kind)} is not a class of models; give one, as tune(ItemKnn, …)`);
  }
  const search = {
    name: kind.kind,
    modelOf: (settings: TrialSettings) => new kind(settings as Partial<ValuesOf<F>>),
    space: space as Space,
    combinations: combinationsOf(settingsSpace(kind.kind, kind.settings.fields as Fields, space as Space), {
      hasRange: Object.values(space).some((values) => values !== undefined && !Array.isArray(values)),
      ...options,
    }),
    splits: validationParts(ratings, options),
  };
  const result = await searchTrials(startRunner, search, options);
  return { model: search.modelOf(result.settings), ...result };
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
  const grid = space.size > MOST_COMBINATIONS ? undefined : space.grid();
  if (grid && grid.length <= (trials ?? MOST_COMBINATIONS)) return grid;
  throw new RangeError(
    `the grid has ${grid?.length ?? space.size} combinations, more than trials: ${trials ?? MOST_COMBINATIONS}; pass sampler: "random" to try some`,
  );
}

function validationParts(
  ratings: Feedback,
  { validation, folds, seed }: TuneOptions,
): Split<Feedback> | readonly Split<Feedback>[] {
  if (validation === undefined) {
    return folds === undefined ? randomSplit(ratings, { seed }) : kFolds(ratings, { folds, seed });
  }
  if (folds === undefined) return validation;
  throw new RangeError("validation and folds are two ways to hold ratings out; leave one of them out");
}
