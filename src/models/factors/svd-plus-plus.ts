import { svdPlusPlusPass } from "../../kernels/factors/svd-plus-plus.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { TaskOptions } from "../../task/report-progress.js";
import type { Model, SavedModel } from "../contract/model.js";
import { earlyStoppingFields } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link SvdPlusPlus}. */
export interface SvdPlusPlusSettings extends SettingsOf<typeof SvdPlusPlus.settings> {}

/**
 * Matrix factorisation that also learns from what a user rated at all, whatever the rating:
 *
 *     score = mean + userBias + itemBias + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * With `validation` it stops before it learns the ratings by heart, and `learning` says when. Fits in O(iterations × ratings × factors).
 * The defaults are those that predicted ratings of ML-100K best that were held back. Surprise's SVDpp has 20 factors, 20 iterations,
 * learning rate 0.007 without decay, 0.02 for all regularizations, start 0.1 and `generator: "numpy"`. Koren, Factorization
 * meets the neighborhood, KDD 2008.
 *
 * @example
 * new SvdPlusPlus({ factors: 10, iterations: 5 }).fit(ratings).predict(1, 50);
 */
export class SvdPlusPlus implements Model<FittedByDescent> {
  static readonly kind = "SvdPlusPlus";
  static readonly settings = defineSettings(
    {
      /** Latent factors of a user or an item. */
      factors: integer({ min: 1, default: 100 }),
      /** Passes over all ratings (epochs). */
      iterations: integer({ min: 1, default: 60 }),
      /** Step size of the first pass. */
      learningRate: number({ min: 0, default: 0.01 }),
      /** Share by which the step size shrinks after each pass. */
      learningRateDecay: number({ min: 0, below: 1, default: 0.03 }),
      /** λ in the penalty λ · (‖p_u‖² + ‖q_i‖²), summed over ratings. */
      regularization: number({ min: 0, default: 0.06 }),
      /** λ in the penalty λ · (b_u² + b_i²), summed over ratings. */
      biasRegularization: number({ min: 0, default: 0.05 }),
      /** λ in the penalty λ · ‖y_j‖² on the implicit factors, for each of their steps. */
      implicitRegularization: number({ min: 0, default: 0.005, defaultFor: { deferred: { true: 0.5 } } }),
      /** Standard deviation of the initial factors. */
      initialScale: number({ min: 0, default: 0.01 }),
      /** Whether implicit factors are updated once per user, by the sum of the gradients, instead of at each rating. */
      deferred: boolean({ default: false }),
    },
    earlyStoppingFields,
    randomFields,
  );
  readonly name = SvdPlusPlus.kind;
  readonly settings: SvdPlusPlusSettings;

  constructor(settings: Partial<SvdPlusPlusSettings> = {}) {
    this.settings = SvdPlusPlus.settings.check(this.name, settings);
  }

  /** @throws RangeError where the numbers leave all bounds: the steps are too large; and where nothing is left to validate on. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedByDescent {
    return descend({ kind: SvdPlusPlus, settings: this.settings }, ratings, task, (kept) =>
      this.#begin(kept),
    );
  }

  static restore(saved: SavedModel): FittedByDescent {
    const { settings } = new SvdPlusPlus(saved.settings);
    return FittedByDescent.restore(saved, { kind: SvdPlusPlus, settings });
  }

  #begin({ users, items, byUser, mean }: Ratings): Passes {
    const { factors, initialScale, deferred } = this.settings;
    const { regularization, biasRegularization, implicitRegularization } = this.settings;
    const generated = random(this.settings);
    const userBiases = new Float64Array(users.size);
    const itemBiases = new Float64Array(items.size);
    const own = startNormal(generated, users.size * factors, initialScale);
    const itemFactors = startNormal(generated, items.size * factors, initialScale);
    const implicit = startNormal(generated, items.size * factors, initialScale);
    const next = (learningRate: number) =>
      svdPlusPlusPass(
        byUser,
        mean,
        deferred ? 1 : 0,
        factors,
        learningRate,
        regularization,
        biasRegularization,
        implicitRegularization,
        userBiases,
        itemBiases,
        own,
        itemFactors,
        implicit,
      );
    const learned = () => {
      const userFactors = withImplicit(own, implicit, byUser, factors);
      return { mean, userBiases, itemBiases, userFactors, itemFactors };
    };
    return { itemFactors, next, learned };
  }
}

/** What a user's own factors and those of their items come to: all that a score needs. */
function withImplicit(
  own: Float64Array,
  implicit: Float64Array,
  byUser: CsrMatrix,
  factors: number,
): Float64Array {
  const { starts, indices, rowCount } = byUser;
  const sums = own.slice();
  for (let user = 0; user < rowCount; user++) {
    const root = Math.sqrt(byUser.rowLength(user));
    for (let k = starts[user]; k < starts[user + 1]; k++) {
      for (let f = 0; f < factors; f++) sums[user * factors + f] += implicit[indices[k] * factors + f] / root;
    }
  }
  return sums;
}
