import { choleskySolve } from "../../kernels/dense/cholesky.js";
import { dotOfRows } from "../../kernels/dense/factor-rows.js";
import { addWeightedProducts, writeProducts } from "../../kernels/dense/weighted-products.js";
import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { solvePositiveAlsSide } from "../../kernels/factors/als-side-positive.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { Explanation, History } from "../contract/model.js";
import { type ImplicitSettings, implicitHistory } from "../implicit/implicit-values.js";
import { FittedFactors, type LearnedFactors } from "./fitted-factors.js";

/** How much ratings weigh, and how strongly factors are pulled to 0. */
interface Weighting extends ImplicitSettings {
  readonly alpha: number;
  readonly regularization: number;
  readonly regularizationPower: number;
}

/** And whether factors may be below 0. */
interface Solving extends Weighting {
  readonly positiveOnly: boolean;
}

/** Enough for coordinate descent to arrive wherever factors differ at all. */
export const PASSES_TO_THE_END = 100_000;

/** The numbers in the equations of one side, see {@link solveAlsSide}. */
export interface AlsEquations {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  /** How much more each entry weighs than a gap. */
  readonly weights: Float64Array;
  /** Weight × interest of each entry. */
  readonly targets: Float64Array;
  /** How strongly each row is pulled to 0. */
  readonly pulls: Float64Array;
}

/** The equations of each row, in which gaps weigh 1 and entries 1 + alpha × value, by how much each counts. */
export function alsEquations(
  { starts, indices, values, columnCount }: Pick<CsrMatrix, "starts" | "indices" | "values" | "columnCount">,
  { alpha, regularization, regularizationPower }: Weighting,
): AlsEquations {
  const weights = values.map((value) => alpha * value);
  const targets = values.map((value) => (value > 0 ? 1 + alpha * value : 0));
  const pulls = new Float64Array(starts.length - 1).map((_, row) => {
    let total = columnCount;
    for (let k = starts[row]; k < starts[row + 1]; k++) total += weights[k];
    return regularization * total ** regularizationPower;
  });
  return { starts, indices, weights, targets, pulls };
}

/**
 * A fitted `ImplicitAls`: userFactors · itemFactors, near 1 for what the user takes an interest in. It only ranks. A new person's factors solve
 * the same equations as a user's, in O(ratings × factors² + factors³). NaN for whoever has no rating above 0.
 */
export class FittedImplicitAls extends FittedFactors {
  readonly #weighting: Solving;
  /** Σ y yᵀ over the factors y of all items: what gaps bring into everybody's equations. */
  readonly #base: Float64Array;

  constructor(ratings: Ratings, of: { name: string; settings: Solving }, learned: LearnedFactors) {
    const { name, settings } = of;
    super(
      ratings,
      { name, settings, inStars: false, biased: false, userBiased: false, pull: () => 0 },
      learned,
    );
    this.#weighting = settings;
    this.#base = new Float64Array(this.factors ** 2);
    writeProducts(learned.itemFactors, this.factors, this.#base);
  }

  override scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) this.scoreItems(history.userIndex, into);
    else this.scoreAll(0, this.#factorsOf(history), into);
  }

  /**
   * What each of the person's ratings adds, those that move the score most first. With A factors = Σ target × y the score is
   *
   *     item · factors = Σ target × (item · A⁻¹ y)
   *
   * exactly: how alike both items are in the person's eyes, times what the rating weighs. Hu, Koren and Volinsky 2008, section 5. Where no
   * factor may be below 0, those of the person that are 0 are left out of A.
   */
  override explainFor(history: History, itemIndex: number): Explanation {
    const { factors } = this;
    const { itemFactors } = this.learned;
    const { indices, weights, targets, pulls } = this.#equations(history);
    if (!targets.some((target) => target > 0)) return { base: Number.NaN, contributions: [] };
    const matrix = this.#base.slice();
    addWeightedProducts(indices, weights, 0, indices.length, itemFactors, factors, matrix);
    for (let a = 0; a < factors; a++) matrix[a * factors + a] += pulls[0];
    const seen = itemFactors.slice(itemIndex * factors, (itemIndex + 1) * factors);
    if (this.#weighting.positiveOnly) leaveOut(this.#factorsOf(history), matrix, seen);
    choleskySolve(matrix, seen);
    const contributions = Array.from(indices, (rated, k) => ({
      itemId: this.items.idOf(rated),
      rating: history.values[k],
      share: targets[k] * dotOfRows(seen, 0, itemFactors, rated * factors, factors),
    }));
    return { base: 0, contributions: contributions.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
  }

  #factorsOf(history: History): Float64Array {
    const { starts, indices, weights, targets, pulls } = this.#equations(history);
    const solution = new Float64Array(this.factors);
    const { itemFactors } = this.learned;
    const equations = [
      starts,
      indices,
      weights,
      targets,
      pulls,
      this.#base,
      this.factors,
      itemFactors,
    ] as const;
    if (this.#weighting.positiveOnly) solvePositiveAlsSide(...equations, PASSES_TO_THE_END, solution);
    else solveAlsSide(...equations, solution);
    return targets.some((target) => target > 0) ? solution : solution.fill(Number.NaN);
  }

  #equations(history: History): AlsEquations {
    const { itemIndices: indices } = history;
    const values = implicitHistory(history, this.#weighting, this.items);
    const starts = Int32Array.of(0, indices.length);
    return alsEquations({ starts, indices, values, columnCount: this.items.size }, this.#weighting);
  }
}

/** Makes the equations of factors that are 0 say no more than that they are. */
function leaveOut(solution: Float64Array, matrix: Float64Array, right: Float64Array): void {
  const width = solution.length;
  for (let a = 0; a < width; a++) {
    if (solution[a] !== 0) continue;
    right[a] = 0;
    for (let b = 0; b < width; b++) {
      matrix[a * width + b] = 0;
      matrix[b * width + a] = 0;
    }
    matrix[a * width + a] = 1;
  }
}
