import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { throwIfDiverged } from "../training/diverged.js";
import { holdBack } from "../training/early-stopping.js";
import { type DescendingModel, FittedByDescent } from "./fitted-by-descent.js";
import type { FittedFactors } from "./fitted-factors.js";
import type { LearnedFactors } from "./learned-factors.js";

/** A model in training: epochs of stochastic gradient descent that update its factors in place. */
export interface Passes {
  /** Checked for divergence after each epoch. */
  readonly itemFactors: Float64Array;
  /** One epoch over all ratings. */
  next(learningRate: number): void;
  /** Factors and biases as they are now; the next epoch may change these arrays. */
  learned(): LearnedFactors;
}

/**
 * Fits a model by epochs of stochastic gradient descent. With `validation`, part of the ratings is
 * held back: the epoch with the lowest error on it is kept, and training stops after `patience`
 * epochs without improvement.
 *
 * @param start makes the initial factors and biases, given the ratings to learn from. These have
 * all users and items, but without the validation part.
 * @throws RangeError if the factors diverge.
 */
export function descend(
  model: DescendingModel,
  ratings: Ratings,
  task: TaskOptions,
  start: (ratings: Ratings) => Passes,
): FittedByDescent {
  const { iterations, learningRate, learningRateDecay, validation, patience } = model.settings;
  const { kept, heldBack } = validation > 0 ? holdBack(ratings, model.settings) : { kept: ratings };
  const passes = start(kept);
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
