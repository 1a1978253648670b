import type { Space, TrialSettings } from "./settings-space.js";

/** One combination of settings, measured. */
export interface Trial {
  readonly settings: TrialSettings;
  /** The mean of the metric over the validation parts; missing if the model could not be fitted. */
  readonly score?: number;
  /** The metric on each validation part. */
  readonly scores?: readonly number[];
  /** Seconds of all fits, on a machine that may have been busy with other trials. */
  readonly fitSeconds?: number;
  /** What the model said instead, such as that it diverged. */
  readonly error?: string;
}

/**
 * All that {@link tune} did, as a plain object: `JSON.stringify` writes it to a file, and the
 * option `previous` goes on from it.
 */
export interface TuningRecord {
  readonly model: string;
  readonly metric: string;
  readonly relevantFrom?: number | undefined;
  /** The values that were to be tried. */
  readonly space: Space;
  /** The number of ratings in train and test of each validation part, and a checksum of test. */
  readonly parts: readonly (readonly [train: number, test: number, checksum: number])[];
  /** In the order of the sampler. */
  readonly trials: readonly Trial[];
}

/**
 * The trials of an earlier record, by their settings.
 *
 * @throws RangeError for a record of another model, metric, relevance, space or validation part.
 */
export function trialsOfPrevious(
  previous: TuningRecord | undefined,
  wanted: Omit<TuningRecord, "trials">,
): Map<string, Trial> {
  if (!previous) return new Map();
  for (const name of ["model", "metric", "relevantFrom", "space", "parts"] as const) {
    const [theirs, ours] = [JSON.stringify(previous[name]), JSON.stringify(wanted[name])];
    if (theirs === ours) continue;
    throw new RangeError(
      `previous is of another ${name}: ${theirs}, not ${ours}; leave previous out to begin again`,
    );
  }
  if (!Array.isArray(previous.trials)) {
    throw new RangeError("previous has no list of trials; give the record of an earlier tune");
  }
  return new Map(previous.trials.map((trial: Trial) => [JSON.stringify(trial?.settings), trial]));
}
