import { bprCost } from "../../kernels/factors/bpr.js";
import { minimize } from "../../math/conjugate-gradient.js";
import { type RandomSettings, random } from "../../math/random.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { History } from "../contract/model.js";
import { implicitHistory } from "../implicit/implicit-values.js";
import { ascendingItems, drawUnrated } from "./draw-unrated.js";
import { FittedFactors, type LearnedFactors } from "./fitted-factors.js";

/** What fitting a new person takes. */
interface PersonSettings extends RandomSettings {
  readonly biased: boolean;
  readonly regularization: number;
}

/** With how many items that a new person has not rated each rated one is compared. */
const ROUNDS = 20;

/**
 * A fitted `Bpr`: itemBias + userFactors · itemFactors, which only ranks. A new person's factors are the best ones while items stay: a convex
 * problem, solved over twenty drawn pairs for each rating, the same at each call. Whoever has rated nothing gets the biases of items, or
 * NaN where the model has none. Pairs of items made the factors, so that a score is not a sum over ratings: explanations are all base.
 */
export class FittedBpr extends FittedFactors {
  readonly #settings: PersonSettings;

  constructor(ratings: Ratings, of: { name: string; settings: PersonSettings }, learned: LearnedFactors) {
    const { name, settings } = of;
    super(
      ratings,
      { name, settings, inStars: false, biased: false, userBiased: false, pull: () => 0 },
      learned,
    );
    this.#settings = settings;
  }

  override scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) this.scoreItems(history.userIndex, into);
    else this.scoreAll(0, this.#factorsOf(history), into);
  }

  #factorsOf(history: History): Float64Array {
    implicitHistory(history, { binary: true }, this.items);
    const { factors } = this;
    const { itemBiases, itemFactors } = this.learned;
    const { biased, regularization, seed, generator } = this.#settings;
    const { itemIndices } = history;
    const n = itemIndices.length;
    const start = factorsOfNobody(factors, biased);
    if (n === 0 || n === this.items.size) return start;
    const rated = { starts: Int32Array.of(0, n), indices: itemIndices, columnCount: this.items.size };
    const { indices: liked } = ascendingItems(rated);
    const others = new Int32Array(ROUNDS * n);
    const draws = random({ seed, generator });
    for (let round = 0; round < ROUNDS; round++) {
      drawUnrated({ ...rated, indices: liked }, draws, others.subarray(round * n, (round + 1) * n));
    }
    const cost = (x: Float64Array, gradient: Float64Array) =>
      bprCost(liked, others, factors, regularization, itemBiases, itemFactors, x, gradient);
    return minimize(cost, new Float64Array(factors)).x;
  }
}

/** The factors of somebody of whom nothing is known: with biases, their scores are those. */
export function factorsOfNobody(factors: number, biased: boolean): Float64Array {
  return new Float64Array(factors).fill(biased ? 0 : Number.NaN);
}
