import { svdPlusPlusPass } from "../kernels/svd-plus-plus.js";
import { type LongWork, report } from "../math/long-work.js";
import { type RandomSettings, random } from "../math/random.js";
import type { CsrMatrix } from "../ratings/csr-matrix.js";
import type { Ratings } from "../ratings/ratings.js";
import { throwIfDiverged } from "./diverged.js";
import { FittedFactors, type LearnedFactors, savedFactors } from "./factors.js";
import type { Model } from "./model.js";
import type { SavedModel } from "./saved-model.js";
import { atLeast, shareBelow1, wholeAtLeast } from "./settings.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link SvdPlusPlus}. */
export interface SvdPlusPlusSettings extends RandomSettings {
  /** How many numbers describe a user or an item, from 1. @default 100 */
  readonly factors: number;
  /** How often all ratings are gone through, from 1. @default 60 */
  readonly iterations: number;
  /** How large a step is, from 0. @default 0.01 */
  readonly learningRate: number;
  /** By what share the step shrinks after each iteration, from 0 to below 1. @default 0.03 */
  readonly learningRateDecay: number;
  /** How strongly each step pulls the factors of users and items to 0, from 0. @default 0.14 */
  readonly regularization: number;
  /** How strongly each step pulls biases to 0, from 0. @default 0.05 */
  readonly biasRegularization: number;
  /** How strongly each step pulls the implicit factors to 0, from 0. @default 0.02 */
  readonly implicitRegularization: number;
  /** The standard deviation of the factors at the start, from 0. @default 0.01 */
  readonly initialScale: number;
  /** Whether implicit factors move once a user instead of at each rating: far faster, and no worse. @default true */
  readonly deferred: boolean;
}

/**
 * Matrix factorisation that also learns from what a user rated at all, whatever the rating:
 *
 *     score = mean + userBias + itemBias + itemFactors · (userFactors + Σ implicitFactors of the user's items / √n)
 *
 * Fits in O(iterations × ratings × factors), not deferred in O(iterations × Σ over users of their ratings² × factors). Surprise's SVDpp
 * is `deferred: false` with 20 factors, 20 iterations, learning rate 0.007, 0.02 for all regularizations, start 0.1 and
 * `generator: "numpy"`. Koren, Factorization meets the neighborhood, KDD 2008.
 *
 * @example
 * new SvdPlusPlus({ factors: 10, iterations: 5 }).fit(ratings).predict(1, 50);
 */
export class SvdPlusPlus implements Model<FittedFactors> {
  readonly name = "SvdPlusPlus";
  readonly settings: Readonly<SvdPlusPlusSettings>;

  constructor({
    factors = 100,
    iterations = 60,
    learningRate = 0.01,
    learningRateDecay = 0.03,
    regularization = 0.14,
    biasRegularization = 0.05,
    implicitRegularization = 0.02,
    initialScale = 0.01,
    deferred = true,
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
      seed,
      generator,
    });
  }

  /** @throws RangeError where the numbers leave all bounds: the steps are too large. */
  fit(ratings: Ratings, work: LongWork = {}): FittedFactors {
    const { factors, iterations, learningRate, learningRateDecay, initialScale, deferred } = this.settings;
    const { regularization, biasRegularization, implicitRegularization } = this.settings;
    const { starts, indices, values } = ratings.byUser;
    const [userCount, itemCount] = [ratings.users.size, ratings.items.size];
    const generated = random(this.settings);
    const userBiases = new Float64Array(userCount);
    const itemBiases = new Float64Array(itemCount);
    const own = startNormal(generated, userCount * factors, initialScale);
    const itemFactors = startNormal(generated, itemCount * factors, initialScale);
    const implicit = startNormal(generated, itemCount * factors, initialScale);
    let step = learningRate;
    for (let done = 0; done < iterations; done++) {
      report(work, { done, total: iterations });
      svdPlusPlusPass(
        starts,
        indices,
        values,
        ratings.mean,
        deferred ? 1 : 0,
        factors,
        step,
        regularization,
        biasRegularization,
        implicitRegularization,
        userBiases,
        itemBiases,
        own,
        itemFactors,
        implicit,
      );
      throwIfDiverged(this.name, done + 1, itemFactors, learningRate);
      step *= 1 - learningRateDecay;
    }
    report(work, { done: iterations, total: iterations });
    const userFactors = withImplicit(own, implicit, ratings.byUser, factors);
    return this.#fitted(ratings, { mean: ratings.mean, userBiases, itemBiases, userFactors, itemFactors });
  }

  static restore(saved: SavedModel): FittedFactors {
    const model = new SvdPlusPlus(saved.settings);
    return model.#fitted(saved.ratings, savedFactors(saved, model.settings.factors));
  }

  #fitted(ratings: Ratings, learned: LearnedFactors): FittedFactors {
    const { regularization } = this.settings;
    const pull = (count: number) => count * regularization;
    const { name, settings } = this;
    return new FittedFactors(ratings, { name, settings, biased: true, userBiased: true, pull }, learned);
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
    for (let k = starts[user]!; k < starts[user + 1]!; k++) {
      for (let f = 0; f < factors; f++)
        sums[user * factors + f]! += implicit[indices[k]! * factors + f]! / root;
    }
  }
  return sums;
}
