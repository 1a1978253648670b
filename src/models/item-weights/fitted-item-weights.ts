import type { UserScores, UserScoresSize } from "../../kernels/dense/user-scores.js";
import { topIndices } from "../../math/top-n.js";
import { commonRaters } from "../../ratings/common-raters.js";
import type { Feedback, GivenEntry } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { fitAgain } from "../contract/fit-again.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type ModelKind,
  type SimilarItem,
  type SimilarOptions,
} from "../contract/model.js";
import { relevantHistory, relevantPart } from "../contract/relevance.js";
import { type ImplicitSettings, implicitHistory, implicitValues } from "../implicit/implicit-values.js";
import type { ItemWeights } from "./item-weights.js";

/**
 * A fitted model of weights between items:
 *
 *     score of j = Σ value × weight[i, j]     over the user's items i other than j
 *
 * Each term is a contribution of an explanation. NaN for an item without weights from the user's
 * items, and for all items of a user without ratings. Scores of a user take O(ratings of the user ×
 * items).
 */
export class FittedItemWeights<Settings extends ImplicitSettings = ImplicitSettings> extends FittedModel {
  declare readonly name: string;
  declare readonly settings: Settings;
  readonly inStars = false;
  readonly #kind: ModelKind;
  /** The value of each rating, by user. */
  readonly #values: CsrMatrix;
  readonly #weights: ItemWeights;

  constructor(
    ratings: Feedback,
    of: { readonly kind: ModelKind; readonly settings: Settings },
    weights: ItemWeights,
  ) {
    super(ratings);
    this.name = of.kind.kind;
    this.#kind = of.kind;
    this.settings = of.settings;
    const { byUser } = relevantPart(ratings, of.settings);
    const values = implicitValues(byUser.values, of.settings, ratings);
    this.#values = CsrMatrix.fromRows({ ...byUser, values });
    this.#weights = weights;
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return this.#kind;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    const { indices, values } = rowOf(this.#values, userIndex);
    this.#weights.score(indices, values, into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    const interests = relevantHistory(history, this.settings);
    this.#weights.score(interests.itemIndices, implicitHistory(interests, this.settings, this), into);
  }

  override openScores(size: UserScoresSize): UserScores {
    return this.#weights.openScores?.(this.#values, size) ?? super.openScores(size);
  }

  override scoreSome(userIndex: number, itemIndices: Int32Array, into: Float64Array): void {
    this.#weights.scoreSome(rowOf(this.#values, userIndex), itemIndices, into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    const { indices, values } = rowOf(this.#values, userIndex);
    let score = Number.NaN;
    for (let k = 0; k < indices.length; k++) {
      const weight = this.#weights.at(indices[k], itemIndex);
      if (!Number.isNaN(weight)) score = (Number.isNaN(score) ? 0 : score) + values[k] * weight;
    }
    return score;
  }

  /** The items with the largest weights from one, best first. An unknown item is a RangeError. */
  similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): SimilarItem[] {
    const itemIndex = this.knownItem(itemId);
    const weights = this.#weights.from(itemIndex);
    return Array.from(topIndices(weights, wholeAtLeast(0, { count })), (other) => ({
      itemId: this.items.idOf(other),
      similarity: weights[other],
      common: commonRaters(this.ratings, itemIndex, other),
    }));
  }

  override update(more: Iterable<GivenEntry>): this {
    return fitAgain(this, more);
  }

  state(): Readonly<Record<string, Float64Array | Int32Array>> {
    return this.#weights.state();
  }

  /** The user's items with a weight to this one, the largest contribution to the score first. */
  explainFor(history: History, itemIndex: number): Explanation {
    const interests = relevantHistory(history, this.settings);
    const values = implicitHistory(interests, this.settings, this);
    const contributions = Array.from(interests.itemIndices, (from, k) => ({
      itemId: this.items.idOf(from),
      rating: interests.values[k],
      share: values[k] * this.#weights.at(from, itemIndex),
    }))
      .filter(({ share }) => !Number.isNaN(share))
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
    return { base: contributions.length > 0 ? 0 : Number.NaN, contributions };
  }
}
