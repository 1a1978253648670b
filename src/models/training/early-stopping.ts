import { type RandomSettings, random } from "../../math/random.js";
import type { Feedback } from "../../ratings/feedback.js";
import { partOf } from "../../ratings/part-of.js";
import { integer, number } from "../../settings/number.js";
import type { ValuesOf } from "../../settings/setting.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";

/** Settings of iterative models that can stop before their last iteration. */
export class EarlyStoppingFields {
  /**
   * Share of the ratings held back at random to choose the iteration; 0: all ratings are used, the
   * last iteration is kept.
   */
  readonly validation = number({ min: 0, below: 1, default: 0 });
  /** With a validation part: stops after this many iterations in a row without improvement. */
  readonly patience = integer({ min: 1, default: 5 });
}

export const earlyStoppingFields = /* @__PURE__ */ new EarlyStoppingFields();

export interface EarlyStoppingSettings extends ValuesOf<EarlyStoppingFields>, RandomSettings {}

/** Which iteration of a model was kept, and why. */
export interface Learning {
  /**
   * The iteration that was kept, from 1: the best on the validation part, or the last without one.
   */
  readonly iteration: number;
  /** RMSE on the validation part after each iteration, in stars; empty without one. */
  readonly errors: readonly number[];
}

/** {@link holdBack}, where `validation` asks for it; otherwise all ratings are kept. */
export function heldBackPart<Data extends Feedback>(
  ratings: Data,
  settings: Parameters<typeof holdBack>[1],
): { kept: Data; heldBack?: Data } {
  return settings.validation > 0 ? holdBack(ratings, settings) : { kept: ratings };
}

/**
 * Splits ratings at random into those to learn from and a share held back. Both parts keep all
 * users and items, with their indices.
 *
 * @throws RangeError if the share is less than one rating.
 */
export function holdBack<Data extends Feedback>(
  ratings: Data,
  { validation, ...generator }: Pick<EarlyStoppingSettings, "validation" | "seed" | "generator">,
): { kept: Data; heldBack: Data } {
  const count = Math.floor(ratings.count * validation);
  if (count === 0) {
    throw new RangeError(
      `validation: ${validation} of ${ratings.count} ${ratings.kind} is less than one; hold back a larger share, or 0`,
    );
  }
  const order = random(generator).permutation(ratings.count);
  return {
    kept: partOf(ratings, order.slice(count).sort()),
    heldBack: partOf(ratings, order.slice(0, count).sort()),
  };
}

/** What tells the best iteration. */
export interface IterationJudge<Learned> {
  /** After an iteration: lower is better. */
  loss(): number;
  /** What was learned so far; the next iteration may change it. */
  learned(): Learned;
}

/**
 * Calls `next` for each iteration, from 1. With a judge, it ends after `patience` iterations in a
 * row without improvement, and returns the best iteration and a copy of what was learned by then;
 * otherwise the last one.
 */
export function runIterations<Learned>(
  { iterations, patience }: { readonly iterations: number; readonly patience: number },
  task: TaskOptions,
  next: (iteration: number) => void,
  judge?: IterationJudge<Learned> | undefined,
): { iteration: number; losses: number[]; learned: Learned | undefined } {
  const losses: number[] = [];
  let best = 0;
  let learned: Learned | undefined;
  for (let done = 1; done <= iterations; done++) {
    reportProgress(task, { done: done - 1, total: iterations });
    next(done);
    if (!judge) continue;
    const loss = judge.loss();
    losses.push(loss);
    if (best === 0 || loss < losses[best - 1]) {
      best = done;
      learned = structuredClone(judge.learned());
    } else if (done - best >= patience) break;
  }
  reportProgress(task, { done: iterations, total: iterations });
  return { iteration: best || iterations, losses, learned };
}
