import { sgdFactors } from "../../kernels/factors/sgd-factors.js";
import { random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import { atLeast, shareBelow1, wholeAtLeast } from "../../settings/settings.js";
import type { LongWork } from "../../task/long-work.js";
import type { Model, SavedModel } from "../contract/model.js";
import type { EarlyStoppingSettings } from "../training/early-stopping.js";
import { descend, type Passes } from "./descend.js";
import { FittedByDescent } from "./fitted-by-descent.js";
import type { LearnedFactors } from "./fitted-factors.js";
import { startNormal } from "./start-factors.js";

/** Settings of {@link FunkSvd}. */
export interface FunkSvdSettings extends EarlyStoppingSettings {
  /** How many numbers describe a user or an item, from 1. @default 100 */
  readonly factors: number;
  /** How often all ratings are gone through, from 1. @default 20 */
  readonly iterations: number;
  /** How large a step is, from 0. @default 0.005 */
  readonly learningRate: number;
  /** By what share the step shrinks after each iteration, from 0 to below 1. @default 0 */
  readonly learningRateDecay: number;
  /** How strongly each step pulls to 0, from 0. @default 0.02 */
  readonly regularization: number;
  /** The standard deviation of the factors at the start, from 0. @default 0.1 */
  readonly initialScale: number;
  /** Whether mean and biases are taken apart from the factors. @default true */
  readonly biased: boolean;
}

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
  readonly name = FunkSvd.kind;
  readonly settings: Readonly<FunkSvdSettings>;

  constructor({
    factors = 100,
    iterations = 20,
    learningRate = 0.005,
    learningRateDecay = 0,
    regularization = 0.02,
    initialScale = 0.1,
    biased = true,
    validation = 0,
    patience = 5,
    seed = 0,
    generator = "reelbook",
  }: Partial<FunkSvdSettings> = {}) {
    random({ seed, generator });
    this.settings = Object.freeze({
      factors: wholeAtLeast(1, { factors }),
      iterations: wholeAtLeast(1, { iterations }),
      learningRate: atLeast(0, { learningRate }),
      learningRateDecay: shareBelow1({ learningRateDecay }),
      regularization: atLeast(0, { regularization }),
      initialScale: atLeast(0, { initialScale }),
      biased,
      validation: shareBelow1({ validation }),
      patience: wholeAtLeast(1, { patience }),
      seed,
      generator,
    });
  }

  /** @throws RangeError where the numbers leave all bounds: the steps are too large; and where nothing is left to validate on. */
  fit(ratings: Ratings, work: LongWork = {}): FittedByDescent {
    return descend({ kind: FunkSvd, settings: this.settings }, ratings, work, (kept) => this.#begin(kept));
  }

  static restore(saved: SavedModel): FittedByDescent {
    const { settings } = new FunkSvd(saved.settings);
    return FittedByDescent.restore(saved, { kind: FunkSvd, settings });
  }

  #begin(ratings: Ratings): Passes {
    const { factors, regularization, initialScale, biased } = this.settings;
    const { starts, indices, values } = ratings.byUser;
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
        starts,
        indices,
        values,
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
