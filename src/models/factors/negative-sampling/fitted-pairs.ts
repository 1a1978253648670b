import { bprCost } from "../../../kernels/factors/bpr.js";
import { minimize } from "../../../math/conjugate-gradient.js";
import { type RandomSettings, random } from "../../../math/random.js";
import { oneRow } from "../../../sparse/one-row.js";
import type { SparseRow } from "../../../sparse/row-of.js";
import { sortedRows } from "../../../sparse/sorted-rows.js";
import { FittedListFactors } from "../fitted-list-factors.js";
import type { FixedSide, OwnFactors } from "../own-factors.js";
import { drawUnratedOf } from "./draw-unrated.js";

/** Settings of models that learn from pairs of items. */
export interface PairSettings {
  readonly factors: number;
  readonly iterations: number;
  readonly regularization: number;
  readonly biased: boolean;
}

/** Negative samples of each rated item when a new user is folded in. */
const ROUNDS = 20;

/**
 * A fitted model that learned from pairs of items, of which a user has rated one. Its scores only
 * rank: they are not in stars. Folding in a new user minimizes the cost of `Bpr` for the user's
 * factors while items are fixed: a convex problem over {@link ROUNDS} negative samples for each
 * rating, the same ones at each call. A new user without ratings gets the biases of items, or NaN
 * if the model has none. Factors are learned from pairs of items, so a score is not a sum over
 * ratings: its explanation is all base.
 */
export abstract class FittedPairs extends FittedListFactors {
  declare readonly settings: FittedListFactors["settings"] & Readonly<PairSettings & RandomSettings>;

  override solveUser({ indices, values }: SparseRow, items: FixedSide): OwnFactors {
    const { regularization } = this.settings;
    const itemCount = items.biases.length;
    const n = indices.length;
    if (n === 0 || n === itemCount) return { bias: 0, factors: factorsWithoutRatings(this.settings) };
    const rated = sortedRows(oneRow({ indices, values }, itemCount));
    const negatives = new Int32Array(ROUNDS * n);
    drawUnratedOf(rated, 0, random(this.settings), negatives);
    const cost = (x: Float64Array, gradient: Float64Array) =>
      bprCost(rated.indices, negatives, items.biases, items, regularization, x, gradient);
    return { bias: 0, factors: minimize(cost, new Float64Array(this.factors)).x };
  }

  /** Its negative samples are of other users' lists, which only a fit draws. */
  override solveItem(): OwnFactors {
    throw new RangeError(
      `${this.name} cannot be updated with new items; fit it to ratings.concat(more), or leave their ratings out`,
    );
  }
}

/** Factors of a user without ratings: with biases, all scores are the biases of items. */
export function factorsWithoutRatings({ factors, biased }: PairSettings): Float64Array {
  return new Float64Array(factors).fill(biased ? 0 : Number.NaN);
}
