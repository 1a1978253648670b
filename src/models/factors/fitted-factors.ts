import { accelerated } from "../../kernels/backend.js";
import type { Factors } from "../../kernels/dense/factors.js";
import { orderedDot } from "../../kernels/dense/ordered-dot.js";
import { rowDots } from "../../kernels/dense/row-dots.js";
import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import { factorScores } from "../../kernels/factors/factor-scores.js";
import { topIndices } from "../../math/top-n.js";
import { commonRaters } from "../../ratings/common-raters.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import type { SparseRow } from "../../sparse/row-of.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type ModelKind,
  type SavedModel,
  type SimilarItem,
  type SimilarOptions,
} from "../contract/model.js";
import { savedNumbers } from "../contract/saved-model.js";
import type { LearnedFactors } from "./learned-factors.js";
import { type LeastSquaresOptions, leastSquaresFactors } from "./least-squares-factors.js";
import { FixedSide, type OwnFactors } from "./own-factors.js";
import { updatedFactors } from "./updated-factors.js";

/** How a factor model folds in new users. */
export interface FactorFoldIn {
  /** Whether mean and biases alone are a prediction. */
  readonly biased: boolean;
  /** Whether users have biases of their own. */
  readonly userBiased: boolean;
  /** λ for folding in a user, or a new item, with `count` ratings. */
  regularization(count: number): number;
  /**
   * The bias of a user who is folded in, from the ratings less mean and items' biases. @default
   * fitted with the factors
   */
  readonly userBias?: (residuals: Float64Array) => number;
  /**
   * The bias of a new item, from its ratings less mean and users' biases. @default fitted with its
   * factors
   */
  readonly itemBias?: (residuals: Float64Array) => number;
}

/**
 * A fitted factor model:
 *
 *     score = mean + userBias + itemBias + userFactors · itemFactors
 *
 * The bias and factors of a new user are the least squares fit to their ratings, with the items'
 * parameters fixed: O(ratings × factors² + factors³). For a known user they differ from those of
 * the fit, except in `ExplicitAls`, `ImplicitAls` and `PureSvd`: gradient descent stops before its
 * minimum.
 */
export abstract class FittedFactors extends FittedModel {
  /** Number of factors of a user or an item. */
  declare readonly factors: number;
  declare readonly learned: LearnedFactors;
  readonly #foldIn: FactorFoldIn;
  /** The norms of the items' factors, once similar items were asked for. */
  #norms: Float64Array | undefined;

  constructor(ratings: Feedback, learned: LearnedFactors, foldIn: FactorFoldIn) {
    super(ratings);
    // `| 0`: V8 may keep a quotient as a float, and kernels are a quarter slower with a float as
    // width.
    this.factors = (learned.itemFactors.length / this.items.size) | 0;
    this.learned = Object.freeze(learned);
    this.#foldIn = foldIn;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const { userBiases, userFactors } = this.learned;
    this.scoreAll(userBiases[userIndex], userFactors, into, userIndex * this.factors);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) {
      this.scoreItems(history.userIndex, into);
    } else {
      const { itemIndices: indices, values } = history;
      const { bias, factors } = this.#leastSquares({ indices, values }, this.fixedItems());
      this.scoreAll(bias, factors, into);
    }
  }

  /** O(users × items × factors). */
  override scoreUsers(userIndices: Int32Array, into: Float64Array): void {
    if (userIndices.length === 1) {
      this.scoreItems(userIndices[0], into);
      return;
    }
    const { mean, userBiases, userFactors, itemBiases, itemFactors } = this.learned;
    const width = this.factors;
    const users = { values: userFactors, width, biases: userBiases };
    factorScores(users, userIndices, { values: itemFactors, width, biases: itemBiases }, mean, into);
  }

  override openScores(size: UserScoresSize): UserScores {
    if (size.users === 1) return super.openScores(size);
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
    const { factors: width } = this;
    this.#norms ??= normsOf({ values: itemFactors, width });
    const norms = this.#norms;
    const similarities = new Float64Array(this.items.size);
    rowDots({ values: itemFactors, width }, itemFactors, itemIndex * width, similarities);
    for (let item = 0; item < norms.length; item++) {
      similarities[item] /= norms[itemIndex] * norms[item];
    }
    similarities[itemIndex] = Number.NaN;
    return Array.from(topIndices(similarities, wholeAtLeast(0, { count })), (other) => ({
      itemId: this.items.idOf(other),
      similarity: similarities[other],
      common: commonRaters(this.ratings, itemIndex, other),
    }));
  }

  /**
   * Keeps the factors of known items and of users without new ratings. The other users are solved
   * against the items, and new items against the users, each exactly. O(ratings) to copy them, and
   * for those users and items O(their ratings × factors² + factors³) each.
   *
   * @throws RangeError for ratings that the model cannot be fitted to, and for new items by `Bpr`
   *   and `Warp`
   */
  override update(more: Iterable<GivenEntry>): this {
    const ratings = this.ratings.concat(more);
    const { mean, ...arrays } = updatedFactors(this, ratings, this.interestsIn(ratings));
    const saved = {
      settings: this.settings,
      ratings,
      items: ratings.items,
      arrays: { ...this.state(), ...arrays, mean: Float64Array.of(mean) },
      parts: [],
      names: [],
    };
    return this.kind().restore(saved) as this;
  }

  abstract override kind(): ModelKind;

  /** The ratings that it learns from; a RangeError for those that it cannot be fitted to. */
  protected interestsIn(ratings: Feedback): Feedback {
    return ratings;
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

  /** Writes every score of a user with this bias, and these factors from a place on. */
  protected scoreAll(bias: number, factors: Float64Array, into: Float64Array, start = 0): void {
    const { mean, itemBiases, itemFactors } = this.learned;
    rowDots({ values: itemFactors, width: this.factors }, factors, start, into);
    for (let item = 0; item < into.length; item++) into[item] += mean + bias + itemBiases[item];
  }

  #score(bias: number, userFactors: Float64Array, start: number, item: number): number {
    const { mean, itemBiases, itemFactors } = this.learned;
    const { factors } = this;
    const product = orderedDot(itemFactors, userFactors, item * factors, start, factors);
    return mean + bias + itemBiases[item] + product;
  }

  /** The bias and factors of a user with these ratings, against fixed items. */
  solveUser(row: SparseRow, items: FixedSide): OwnFactors {
    return this.#leastSquares(row, items);
  }

  /** The bias and factors of an item with these ratings, against fixed users. */
  solveItem(row: SparseRow, users: FixedSide): OwnFactors {
    const { biased, itemBias, regularization } = this.#foldIn;
    return solved(row, users, { biased, regularization, bias: itemBias });
  }

  #leastSquares(row: SparseRow, items: FixedSide): OwnFactors {
    const { userBiased: biased, userBias, regularization } = this.#foldIn;
    return solved(row, items, { biased, regularization, bias: userBias });
  }

  /** The factors of all items, which users are solved against. */
  protected fixedItems(): FixedSide {
    const { mean, itemBiases, itemFactors } = this.learned;
    return new FixedSide(mean, itemBiases, { values: itemFactors, width: this.factors });
  }
}

/** √(row · row) of each row. */
function normsOf({ values, width }: Factors): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, row) =>
    Math.sqrt(orderedDot(values, values, row * width, row * width, width)),
  );
}

/** The least squares fit, in which a bias is fitted with the factors, or given by a formula. */
function solved(
  row: SparseRow,
  others: FixedSide,
  options: LeastSquaresOptions & { bias: ((residuals: Float64Array) => number) | undefined },
): OwnFactors {
  if (!options.bias) return leastSquaresFactors(row, others, options);
  const residuals = row.values.map((value, k) => value - others.mean - others.biases[row.indices[k]]);
  const bias = options.bias(residuals);
  const values = row.values.map((value) => value - bias);
  const { factors } = leastSquaresFactors({ ...row, values }, others, { ...options, biased: false });
  return { bias, factors };
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
