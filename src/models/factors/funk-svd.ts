import { accelerated } from "../../kernels/backend.js";
import { funkSvdPass } from "../../kernels/factors/funk-svd.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type { Model, SavedModel } from "../contract/model.js";
import { earlyStoppingFields } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import type { LearnedFactors } from "./learned-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link FunkSvd}. */
export interface FunkSvdSettings extends SettingsOf<typeof FunkSvd.settings> {}

/**
 * Matrix factorization by stochastic gradient descent:
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * Each rating in turn changes the biases and factors of its user and item so that its error gets
 * smaller. Defaults are those of Surprise's SVD; with `generator: "numpy"` the result equals
 * Surprise's. `validation` turns on early stopping against overfitting; `learning` says which
 * iteration was kept. Fits in O(iterations × ratings × factors). Funk, Netflix update: try this at
 * home, 2006; Koren, Bell and Volinsky, Matrix factorization techniques for recommender systems,
 * IEEE Computer 42 (8), 2009.
 *
 * @example
 * new FunkSvd({ factors: 20, iterations: 5, seed: 1 }).fit(ratings).recommend(1, { count: 3 });
 */
export class FunkSvd implements Model<FittedByDescent<FunkSvdSettings>> {
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

  /** @throws RangeError if the factors diverge, or if the validation part would be empty. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedByDescent<FunkSvdSettings> {
    checkRatings(this.name, ratings);
    return descend({ kind: FunkSvd, settings: this.settings }, ratings, task, (kept) => this.#start(kept));
  }

  static restore(saved: SavedModel): FittedByDescent<FunkSvdSettings> {
    const { settings } = new FunkSvd(saved.settings);
    return FittedByDescent.restore(saved, { kind: FunkSvd, settings });
  }

  #start(ratings: Ratings): Passes {
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
    const biases = { mean, user: userBiases, item: itemBiases };
    const both = {
      user: { values: userFactors, width: factors },
      item: { values: itemFactors, width: factors },
    };
    const pass = accelerated("funkSvdPass") ?? funkSvdPass;
    const next = (learningRate: number) =>
      pass(ratings.byUser, biases, both, { learningRate, regularization, biased: biased ? 1 : 0 });
    return { itemFactors, next, learned: () => learned };
  }
}
