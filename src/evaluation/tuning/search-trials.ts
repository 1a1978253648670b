import { murmurHash } from "../../math/murmur-hash.js";
import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { rankingMetrics } from "../experiments/evaluate-ranking.js";
import { OF_LISTS } from "../experiments/measure.js";
import { isLowerBetter, parseMetric } from "../metrics/metric.js";
import type { Split } from "../splits/split.js";
import type { Space, TrialSettings } from "./settings-space.js";
import type { StartRunner } from "./trial-runner.js";
import { type Trial, type TuningRecord, trialsOfPrevious } from "./tuning-record.js";

/** Options of all searches. */
export interface SearchOptions extends TaskOptions {
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
  /** The record of an earlier call, whose trials are not made again. @default none */
  readonly previous?: TuningRecord | undefined;
  /** Called with the record so far after each trial, to write it to a file. @default none */
  readonly onTrial?: ((record: TuningRecord) => void) | undefined;
}

/** What a search tries. */
export interface TrialSearch {
  /** The name in the record. */
  readonly name: string;
  modelOf(settings: TrialSettings): Model;
  readonly space: Space;
  readonly combinations: readonly TrialSettings[];
  readonly splits: Split<Feedback> | readonly Split<Feedback>[];
}

/** The best settings of a search, and all of them. */
export interface SearchResult {
  readonly settings: TrialSettings;
  /** Their score; the first of equal ones. */
  readonly score: number;
  /** All trials, in the order of the combinations, as a plain object. */
  readonly record: TuningRecord;
}

/** Measures all combinations on the splits, and chooses the best. */
export async function searchTrials(
  startRunner: StartRunner,
  { name, modelOf, space, combinations, splits: given }: TrialSearch,
  options: SearchOptions,
): Promise<SearchResult> {
  const splits = (Array.isArray(given) ? given : [given]) as readonly Split<Feedback>[];
  if (splits.length === 0) throw new RangeError("validation is an empty list; give it a split at least");
  const isRated = splits[0].train.kind === "ratings";
  const { metric = isRated ? "rmse" : OF_LISTS[0], relevantFrom, signal } = options;
  const isLower = isLowerBetter(parseMetric(metric));
  if (!isRated) rankingMetrics([metric]);
  const parts = splits.map(({ train, test }) => [train.count, test.count, checksum(test)] as const);
  const about = { model: name, metric, relevantFrom, space, parts };
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
    const runner = startRunner({ name, modelOf, splits, metric, relevantFrom, signal }, left.length);
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
  return { ...bestOf(record, isLower), record };
}

/** Tells validation parts of the same size apart, by their values and the order of their items. */
function checksum({ values, itemIndices }: Feedback): number {
  const items = new Uint32Array(itemIndices);
  return murmurHash(items, { seed: murmurHash(new Uint32Array(values.slice().buffer)) });
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
