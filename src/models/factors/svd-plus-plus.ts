import { svdPlusPlusPass } from "../../kernels/factors/svd-plus-plus.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, shareBelow1, wholeAtLeast } from "../../settings/settings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { LongWork } from "../../task/long-work.js";
import type { Model, SavedModel } from "../contract/model.js";
import type { EarlyStoppingSettings } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link SvdPlusPlus}. */
export interface SvdPlusPlusSettings extends EarlyStoppingSettings {
  /** How many numbers describe a user or an item, from 1. @default 100 */
  readonly factors: number;
  /** How often all ratings are gone through, from 1. @default 60 */
  readonly iterations: number;
  /** How large a step is, from 0. @default 0.01 */
  readonly learningRate: number;
  /** By what share the step shrinks after each iteration, from 0 to below 1. @default 0.03 */
  readonly learningRateDecay: number;
  /** How strongly each step pulls the factors of users and items to 0, from 0. @default 0.06 */
  readonly regularization: number;
  /** How strongly each step pulls biases to 0, from 0. @default 0.05 */
  readonly biasRegularization: number;
  /** How strongly each step pulls the implicit factors to 0, from 0; 0.5 for `deferred` unless said otherwise. @default 0.005 */
  readonly implicitRegularization: number;
  /** The standard deviation of the factors at the start, from 0. @default 0.01 */
  readonly initialScale: number;
  /** Whether implicit factors move once a user, by what their ratings add up to, instead of at each rating. @default false */
  readonly deferred: boolean;
}

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
  readonly name = SvdPlusPlus.kind;
  readonly settings: Readonly<SvdPlusPlusSettings>;

  constructor({
    factors = 100,
    iterations = 60,
    learningRate = 0.01,
    learningRateDecay = 0.03,
    regularization = 0.06,
    biasRegularization = 0.05,
    deferred = false,
    implicitRegularization = deferred ? 0.5 : 0.005,
    initialScale = 0.01,
    validation = 0,
    patience = 5,
    seed = 0,
    generator = "reelbook",
  }: Partial<SvdPlusPlusSettings> = {}) {
    random({ seed, generator });
    this.settings = Object.freeze({
      factors: wholeAtLeast(1, { factors }),
      iterations: wholeAtLeast(1, { iterations }),
      learningRate: atLeast(0, { learningRate }),
      learningRateDecay: shareBelow1({ learningRateDecay }),
      regularization: atLeast(0, { regularization }),
      biasRegularization: atLeast(0, { biasRegularization }),
      implicitRegularization: atLeast(0, { implicitRegularization }),
      initialScale: atLeast(0, { initialScale }),
      deferred,
      validation: shareBelow1({ validation }),
      patience: wholeAtLeast(1, { patience }),
      seed,
      generator,
    });
  }

  /** @throws RangeError where the numbers leave all bounds: the steps are too large; and where nothing is left to validate on. */
  fit(ratings: Ratings, work: LongWork = {}): FittedByDescent {
    return descend({ kind: SvdPlusPlus, settings: this.settings }, ratings, work, (kept) =>
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
    const { starts, indices, values } = byUser;
    const generated = random(this.settings);
    const userBiases = new Float64Array(users.size);
    const itemBiases = new Float64Array(items.size);
    const own = startNormal(generated, users.size * factors, initialScale);
    const itemFactors = startNormal(generated, items.size * factors, initialScale);
    const implicit = startNormal(generated, items.size * factors, initialScale);
    const next = (learningRate: number) =>
      svdPlusPlusPass(
        starts,
        indices,
        values,
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
