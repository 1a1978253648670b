import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { throwIfDiverged } from "../training/diverged.js";
import { heldBackPart, runIterations } from "../training/early-stopping.js";
import { type DescendingModel, type DescentSettings, FittedByDescent } from "./fitted-by-descent.js";
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
export function descend<Settings extends DescentSettings>(
  model: DescendingModel<Settings>,
  ratings: Ratings,
  task: TaskOptions,
  start: (ratings: Ratings) => Passes,
): FittedByDescent<Settings> {
  const { settings, kind } = model;
  const { learningRate, learningRateDecay } = settings;
  const { kept, heldBack } = heldBackPart(ratings, settings);
  const passes = start(kept);
  let step = learningRate;
  const next = (iteration: number) => {
    passes.next(step);
    step *= 1 - learningRateDecay;
    throwIfDiverged(kind.kind, iteration, passes.itemFactors, learningRate);
  };
  const learned = () => passes.learned();
  const loss = heldBack && (() => rmseOf(new FittedByDescent(kept, model, learned()), heldBack));
  const best = runIterations(settings, task, next, loss && { loss, learned });
  const { iteration, losses } = best;
  return new FittedByDescent(ratings, model, best.learned ?? learned(), { iteration, errors: losses });
}

function rmseOf(fitted: FittedFactors, { userIndices, itemIndices, values }: Ratings): number {
  const scores = new Float64Array(values.length);
  fitted.scorePairs(userIndices, itemIndices, scores);
  return Math.sqrt(mean(scores.map((score, row) => (score - values[row]) ** 2)));
}
