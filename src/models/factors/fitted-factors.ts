import { accelerated } from "../../kernels/backend.js";
import { orderedDot } from "../../kernels/dense/ordered-dot.js";
import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import { solveAlsSide } from "../../kernels/factors/als-side.js";
import { factorScores } from "../../kernels/factors/factor-scores.js";
import { topIndices } from "../../math/top-n.js";
import { commonRaters } from "../../ratings/common-raters.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { oneRow } from "../../sparse/one-row.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type SavedModel,
  type SimilarItem,
  type SimilarOptions,
} from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import { explicitEquations } from "./explicit-equations.js";

/**
 * The parameters of a factor model: factors row by row in flat arrays, biases of 0 where it has
 * none.
 */
export interface LearnedFactors {
  /** The global mean, or 0. */
  readonly mean: number;
  readonly userBiases: Float64Array;
  readonly itemBiases: Float64Array;
  readonly userFactors: Float64Array;
  readonly itemFactors: Float64Array;
}

/** How a factor model folds in new users. */
export interface FoldInOptions {
  /** Whether mean and biases alone are a prediction. */
  readonly biased: boolean;
  /** Whether users have biases of their own. */
  readonly userBiased: boolean;
  /** λ for folding in a user with `count` ratings. */
  regularization(count: number): number;
}

/**
 * A fitted factor model:
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * The bias and factors of a new user are the least squares fit to their ratings, with the items'
 * parameters fixed: O(ratings × factors² + factors³).
 */
export abstract class FittedFactors extends FittedModel {
  /** Number of factors of a user or an item. */
  readonly factors: number;
  readonly learned: LearnedFactors;
  readonly #foldIn: FoldInOptions;

  constructor(ratings: Ratings, learned: LearnedFactors, foldIn: FoldInOptions) {
    super(ratings);
    // `| 0`: V8 may keep a quotient as a float, and kernels are a quarter slower with a float as
    // width.
    this.factors = (learned.itemFactors.length / this.items.size) | 0;
    this.learned = Object.freeze(learned);
    this.#foldIn = foldIn;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const { userBiases, userFactors } = this.learned;
    const start = userIndex * this.factors;
    this.scoreAll(userBiases[userIndex], userFactors.subarray(start, start + this.factors), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) {
      this.scoreItems(history.userIndex, into);
    } else {
      const { bias, factors } = this.#user(history);
      this.scoreAll(bias, factors, into);
    }
  }

  /** O(users × items × factors). */
  override scoreUsers(userIndices: Int32Array, into: Float64Array): void {
    const { mean, userBiases, userFactors, itemBiases, itemFactors } = this.learned;
    const width = this.factors;
    const users = { values: userFactors, width, biases: userBiases };
    factorScores(users, userIndices, { values: itemFactors, width, biases: itemBiases }, mean, into);
  }

  override openScores(size: UserScoresSize): UserScores {
    const { mean, userBiases, userFactors, itemBiases, itemFactors } = this.learned;
    const width = this.factors;
    const users = { values: userFactors, width, biases: userBiases };
    const items = { values: itemFactors, width, biases: itemBiases };
    return accelerated("openFactorScores")?.(users, items, mean, size) ?? super.openScores(size);
  }

  /** O(given items × factors). */
  override scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    for (let k = 0; k < itemIndices.length; k++) into[k] = this.scoreItem(userIndex, itemIndices[k]);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const { userBiases, userFactors } = this.learned;
    return this.#score(userBiases[userIndex], userFactors, userIndex * this.factors, itemIndex);
  }

  override partialScore(userIndex: number, itemIndex: number): number {
    const { mean, userBiases, itemBiases } = this.learned;
    return this.#foldIn.biased
      ? mean + (userBiases[userIndex] ?? 0) + (itemBiases[itemIndex] ?? 0)
      : Number.NaN;
  }

  /**
   * The items with the largest cosine similarity of factors, best first. Throws RangeError for an
   * unknown item.
   */
  similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): SimilarItem[] {
    const itemIndex = this.knownItem(itemId);
    const { itemFactors } = this.learned;
    const { factors } = this;
    const product = (a: number, b: number) =>
      orderedDot(itemFactors, itemFactors, a * factors, b * factors, factors);
    const norm = Math.sqrt(product(itemIndex, itemIndex));
    const similarities = new Float64Array(this.items.size).map((_, other) =>
      other === itemIndex
        ? Number.NaN
        : product(itemIndex, other) / (norm * Math.sqrt(product(other, other))),
    );
    return Array.from(topIndices(similarities, wholeAtLeast(0, { count })), (other) => ({
      itemId: this.items.idOf(other),
      similarity: similarities[other],
      common: commonRaters(this.ratings, itemIndex, other),
    }));
  }

  state(): Record<string, Float64Array> {
    const { mean, ...arrays } = this.learned;
    return { ...arrays, mean: Float64Array.of(mean) };
  }

  /** A score is not a sum over ratings, so that all of it is the base. */
  explainFor(history: History, itemIndex: number): Explanation {
    const scores = new Float64Array(this.items.size);
    this.scoreItemsFor(history, scores);
    return { base: scores[itemIndex], contributions: [] };
  }

  /** Writes the score of every item for a user with this bias and these factors. */
  protected scoreAll(bias: number, factors: Float64Array, into: Float64Array): void {
    for (let item = 0; item < into.length; item++) into[item] = this.#score(bias, factors, 0, item);
  }

  #score(bias: number, userFactors: Float64Array, start: number, item: number): number {
    const { mean, itemBiases, itemFactors } = this.learned;
    const { factors } = this;
    const product = orderedDot(itemFactors, userFactors, item * factors, start, factors);
    return mean + bias + itemBiases[item] + product;
  }

  /**
   * The bias and factors that fit a user's ratings best: {@link explicitEquations} of one row, in
   * which the bias is one more factor, whose counterpart is 1 for every item.
   */
  #user({ itemIndices, values }: History): { bias: number; factors: Float64Array } {
    const { mean, itemBiases, itemFactors } = this.learned;
    const { factors } = this;
    const { userBiased, regularization } = this.#foldIn;
    const count = itemIndices.length;
    const width = factors + (userBiased ? 1 : 0);
    const into = { values: new Float64Array(width), width };
    const rated = { values: new Float64Array(count * width).fill(1), width };
    for (let k = 0; k < count; k++) {
      const start = itemIndices[k] * factors;
      rated.values.set(itemFactors.subarray(start, start + factors), k * width);
    }
    const residuals = oneRow(
      {
        indices: new Int32Array(count).map((_, k) => k),
        values: values.map((value, k) => value - mean - itemBiases[itemIndices[k]]),
      },
      count,
    );
    const equations = explicitEquations(residuals, regularization);
    solveAlsSide(equations, new Float64Array(width * width), rated, into);
    return { bias: userBiased ? into.values[factors] : 0, factors: into.values.subarray(0, factors) };
  }
}

/** The factors of a saved model; a RangeError where they do not fit its ratings. */
export function savedFactors(saved: SavedModel, factors: number): LearnedFactors {
  const [users, items] = [saved.ratings.users.size, saved.ratings.items.size];
  return {
    mean: savedNumbers(saved, "mean", 1)[0],
    userBiases: savedNumbers(saved, "userBiases", users),
    itemBiases: savedNumbers(saved, "itemBiases", items),
    userFactors: savedNumbers(saved, "userFactors", users * factors),
    itemFactors: savedNumbers(saved, "itemFactors", items * factors),
  };
}
