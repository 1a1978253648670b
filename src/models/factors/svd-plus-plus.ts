import { accelerated } from "../../kernels/backend.js";
import type { Factors } from "../../kernels/dense/factors.js";
import { svdPlusPlusPass } from "../../kernels/factors/svd-plus-plus.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { boolean } from "../../settings/boolean.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer, number } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import type { Model, SavedModel } from "../contract/model.js";
import { earlyStoppingFields } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link SvdPlusPlus}. */
export interface SvdPlusPlusSettings extends SettingsOf<typeof SvdPlusPlus.settings> {}

/**
 * Matrix factorization that also learns from which items a user has rated, whatever the rating:
 *
 *     score = mean + userBias + itemBias
 *             + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * for the n items of the user. `validation` turns on early stopping against overfitting; `learning`
 * says which iteration was kept. Fits in O(iterations × ratings × factors). Defaults are those with
 * the lowest error on held-back ratings of ML-100K. To fit Surprise's SVDpp: 20 factors, 20
 * iterations, learning rate 0.007 without decay, 0.02 for all regularizations, initial scale 0.1
 * and `generator: "numpy"`. Koren, Factorization meets the neighborhood, KDD 2008.
 *
 * @example
 * new SvdPlusPlus({ factors: 10, iterations: 5 }).fit(ratings).predict(1, 50);
 */
export class SvdPlusPlus implements Model<FittedByDescent<SvdPlusPlusSettings>> {
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
      /**
       * Whether implicit factors are updated once per user, by the sum of the gradients, instead of
       * at each rating.
       */
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

  /** @throws RangeError if the factors diverge, or if the validation part would be empty. */
  fit(ratings: Ratings, task: TaskOptions = {}): FittedByDescent<SvdPlusPlusSettings> {
    checkRatings(this.name, ratings);
    return descend({ kind: SvdPlusPlus, settings: this.settings }, ratings, task, (kept) =>
      this.#start(kept),
    );
  }

  static restore(saved: SavedModel): FittedByDescent<SvdPlusPlusSettings> {
    const { settings } = new SvdPlusPlus(saved.settings);
    return FittedByDescent.restore(saved, { kind: SvdPlusPlus, settings });
  }

  #start({ users, items, byUser, mean }: Ratings): Passes {
    const { factors, initialScale, deferred } = this.settings;
    const { regularization, biasRegularization, implicitRegularization } = this.settings;
    const generated = random(this.settings);
    const userBiases = new Float64Array(users.size);
    const itemBiases = new Float64Array(items.size);
    const start = (rows: number): Factors => ({
      values: startNormal(generated, rows * factors, initialScale),
      width: factors,
    });
    const [user, item, implicit] = [start(users.size), start(items.size), start(items.size)];
    const biases = { mean, user: userBiases, item: itemBiases };
    const rates = {
      regularization,
      biasRegularization,
      implicitRegularization,
      deferred: deferred ? 1 : 0,
    } as const;
    const pass = accelerated("svdPlusPlusPass") ?? svdPlusPlusPass;
    const next = (learningRate: number) =>
      pass(byUser, biases, { user, item, implicit }, { learningRate, ...rates });
    const itemFactors = item.values;
    const learned = () => {
      const userFactors = withImplicit(user, implicit, byUser);
      return { mean, userBiases, itemBiases, userFactors, itemFactors };
    };
    return { itemFactors, next, learned };
  }
}

/** userFactors + Σ implicitFactors of the user's items / √n, for all users. */
function withImplicit(user: Factors, { values: implicit, width }: Factors, byUser: CsrMatrix): Float64Array {
  const { starts, indices, rowCount } = byUser;
  const sums = user.values.slice();
  for (let u = 0; u < rowCount; u++) {
    const root = Math.sqrt(byUser.rowLength(u));
    for (let k = starts[u]; k < starts[u + 1]; k++) {
      for (let f = 0; f < width; f++) sums[u * width + f] += implicit[indices[k] * width + f] / root;
    }
  }
  return sums;
}
