import { sgdFactors } from "../../kernels/factors/funk-svd.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { TaskOptions } from "../../task/report-progress.js";
import type { Model, SavedModel } from "../contract/model.js";
import { earlyStoppingFields } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import type { LearnedFactors } from "./fitted-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link FunkSvd}. */
export interface FunkSvdSettings extends SettingsOf<typeof FunkSvd.settings> {}

/**
 * Matrix factorisation by stochastic gradient descent: users and items get a few numbers each, and
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * Each rating in turn moves the numbers of its user and item a little towards it. The defaults are those of Surprise's
 * SVD; with `generator: "numpy"` the result is too. With `validation` it stops before it learns the ratings by heart, and
 * `learning` says when. Fits in O(iterations × ratings × factors). Funk 2006; Koren, Bell and
 * Volinsky, Matrix factorization techniques for recommender systems, IEEE Computer 42 (8), 2009.
 *
 * @example
 * new FunkSvd({ factors: 20, iterations: 5, seed: 1 }).fit(ratings).recommend(1, { count: 3 });
 */
export class FunkSvd implements Model<FittedByDescent> {
  static readonly kind = "FunkSvd";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 100 }),
      /** Passes over all ratings (epochs). */
      iterations: integer({ min: 1, default: 20 }),
      /** Step size of the first pass. */
      learningRate: number({ min: 0, default: 0.005 }),
      /** Share by which the step size shrinks after each pass. */
      learningRateDecay: number({ min: 0, below: 1, default: 0 }),
      /** λ in the penalty λ · (b_u² + b_i² + ‖p_u‖² + ‖q_i‖²), summed over ratings. */
      regularization: number({ min: 0, default: 0.02 }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.1 }),
      /** Whether the model has a global mean and biases of users and items. */
      biased: boolean({ default: true }),
    },
    earlyStoppingFields,
    randomFields,
  );
  readonly name = FunkSvd.kind;
  readonly settings: FunkSvdSettings;

  constructor(settings: Partial<FunkSvdSettings> = {}) {
    this.settings = FunkSvd.settings.check(this.name, settings);
  }

  /** @throws RangeError where the numbers leave all bounds: the steps are too large; and where nothing is left to validate on. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedByDescent {
    return descend({ kind: FunkSvd, settings: this.settings }, ratings, task, (kept) => this.#begin(kept));
  }

  static restore(saved: SavedModel): FittedByDescent {
    const { settings } = new FunkSvd(saved.settings);
    return FittedByDescent.restore(saved, { kind: FunkSvd, settings });
  }

  #begin(ratings: Ratings): Passes {
    const { factors, regularization, initialScale, biased } = this.settings;
    const generated = random(this.settings);
    const learned: LearnedFactors = {
      mean: biased ? ratings.mean : 0,
      userBiases: new Float64Array(ratings.users.size),
      itemBiases: new Float64Array(ratings.items.size),
      userFactors: startNormal(generated, ratings.users.size * factors, initialScale),
      itemFactors: startNormal(generated, ratings.items.size * factors, initialScale),
    };
    const { mean, userBiases, itemBiases, userFactors, itemFactors } = learned;
    const next = (learningRate: number) =>
      sgdFactors(
        ratings.byUser,
        mean,
        biased ? 1 : 0,
        factors,
        learningRate,
        regularization,
        userBiases,
        itemBiases,
        userFactors,
        itemFactors,
      );
    return { itemFactors, next, learned: () => learned };
  }
}
