import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { throwIfDiverged } from "../training/diverged.js";
import { holdBack } from "../training/early-stopping.js";
import { type DescendingModel, FittedByDescent } from "./fitted-by-descent.js";
import type { FittedFactors, LearnedFactors } from "./fitted-factors.js";

/** Passes over the ratings, one after the other, each of which changes the same numbers. */
export interface Passes {
  /** One of the arrays that leave all bounds where steps are too large. */
  readonly itemFactors: Float64Array;
  next(learningRate: number): void;
  /** What the numbers come to; the next pass may change it. */
  learned(): LearnedFactors;
}

/**
 * Goes through the ratings until `iterations` are done, or early where the validation part says so.
 *
 * @param begin the numbers at the start, given the ratings to learn from: all users and items, but not all ratings
 * @throws RangeError where the numbers leave all bounds: the steps are too large.
 */
export function descend(
  model: DescendingModel,
  ratings: Ratings,
  task: TaskOptions,
  begin: (ratings: Ratings) => Passes,
): FittedByDescent {
  const { iterations, learningRate, learningRateDecay, validation, patience } = model.settings;
  const { kept, heldBack } = validation > 0 ? holdBack(ratings, model.settings) : { kept: ratings };
  const passes = begin(kept);
  const errors: number[] = [];
  let best: { learned: LearnedFactors; iteration: number; error: number } | undefined;
  for (let done = 1, step = learningRate; done <= iterations; done++, step *= 1 - learningRateDecay) {
    reportProgress(task, { done: done - 1, total: iterations });
    passes.next(step);
    throwIfDiverged(model.kind.kind, done, passes.itemFactors, learningRate);
    if (!heldBack) continue;
    const learned = passes.learned();
    const error = rmseOf(new FittedByDescent(kept, model, learned), heldBack);
    errors.push(error);
    if (!best || error < best.error) best = { learned: structuredClone(learned), iteration: done, error };
    else if (done - best.iteration >= patience) break;
  }
  reportProgress(task, { done: iterations, total: iterations });
  const { learned, iteration } = best ?? { learned: passes.learned(), iteration: iterations };
  return new FittedByDescent(ratings, model, learned, { iteration, errors });
}

function rmseOf(fitted: FittedFactors, { userIndices, itemIndices, values }: Ratings): number {
  const scores = new Float64Array(values.length);
  fitted.scorePairs(userIndices, itemIndices, scores);
  return Math.sqrt(mean(scores.map((score, row) => (score - values[row]) ** 2)));
}
