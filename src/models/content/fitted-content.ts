import { mean } from "../../math/statistics.js";
import { topIndices } from "../../math/top-n.js";
import type { Feedback } from "../../ratings/feedback.js";
import { type Id, IdIndex } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import { commonColumns } from "../../sparse/common-columns.js";
import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
import { checkRatings } from "../contract/check-ratings.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
  type SimilarItem,
  type SimilarOptions,
} from "../contract/model.js";
import { checkRelevance, relevanceFields, relevantHistory, relevantPart } from "../contract/relevance.js";
import { savedRows, stateOfRows } from "../contract/saved-model.js";
import { rowsAt } from "./rows-at.js";

/** Declared settings of `ContentSimilarity` and `GenreContent`. */
export const CONTENT_SETTINGS = /* @__PURE__ */ defineSettings(
  {
    /** Number of imaginary ratings, at the user's mean, of items with similarity 1. */
    damping: number({ min: 0, default: 1 }),
    /**
     * How ratings become a score: their mean weighted by similarity, or their weighted sum, which
     * only ranks.
     */
    aggregate: choice(["weighted-mean", "sum"], { default: "weighted-mean" }),
  },
  relevanceFields,
);

/** Settings of `ContentSimilarity` and `GenreContent`. */
export interface ContentSettings extends Readonly<SettingsOf<typeof CONTENT_SETTINGS>> {}

/** The class and settings of a model that compares items by their content. */
export interface ContentModel {
  readonly kind: ModelKind;
  readonly settings: ContentSettings;
}

/** The settings with their defaults; a RangeError for one that is invalid. */
export function contentSettings(name: string, given: Partial<ContentSettings>): ContentSettings {
  const settings = CONTENT_SETTINGS.check(name, given);
  checkRelevance(settings, settings);
  return settings;
}

/** A model with the vectors of some items, each of length 1. */
export function contentModel(
  { kind, settings }: ContentModel,
  own: IdIndex,
  vectors: CsrMatrix,
): Model<FittedContent> {
  const name = kind.kind;
  const fit = (ratings: Feedback) => {
    if (settings.aggregate !== "sum") checkRatings(name, ratings);
    const items = IdIndex.from([...ratings.items.ids, ...own.ids]);
    return new FittedContent(ratings, { kind, settings }, items, rowsAt(vectors, own, items));
  };
  return Object.freeze({ name, settings, fit });
}

/** The inverse of {@link FittedContent.state}. */
export function restoredContent(model: ContentModel, saved: SavedModel): FittedContent {
  const { items, arrays, ratings } = saved;
  const vectors = savedRows(saved, { rowCount: items.size, columnCount: arrays.indices?.length });
  return new FittedContent(ratings, model, items, vectors);
}

/** A user's profile: two sums over the vectors of the rated items, by term. */
interface Profile {
  /** What ratings are centred on. */
  readonly base: number;
  /** Σ weight × (rating − base) */
  readonly ratingSums: Float64Array;
  /** Σ weight */
  readonly weightSums: Float64Array;
}

/** A fitted `ContentSimilarity` or `GenreContent`. */
export class FittedContent extends FittedModel {
  declare readonly name: string;
  declare readonly inStars: boolean;
  declare readonly settings: ContentSettings;
  readonly #kind: ModelKind;
  /** The vector of each item, of length 1; an empty row for an item of which nothing is known. */
  readonly #features: CsrMatrix;
  readonly #termCount: number;
  readonly #interests: Feedback;

  constructor(ratings: Feedback, { kind, settings }: ContentModel, items: IdIndex, features: CsrMatrix) {
    super(ratings, items);
    this.name = kind.kind;
    this.#kind = kind;
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.#features = features;
    this.#interests = relevantPart(ratings, settings);
    this.#termCount = features.indices.reduce((most, term) => Math.max(most, term + 1), 0);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return this.#kind;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#score(this.#profileOf(userIndex), into);
  }

  scoreItemsFor(history: History, into: Float64Array): void {
    const { itemIndices, values } = relevantHistory(history, this.settings);
    this.#score(this.#profile(itemIndices, values), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#scoreOf(this.#profileOf(userIndex), itemIndex);
  }

  /** Takes the pairs user by user, so that a user's profile is made once. */
  override scorePairs(userIndices: Int32Array, itemIndices: Int32Array, into: Float64Array): void {
    const byUser = Int32Array.from(userIndices.keys()).sort((a, b) => userIndices[a] - userIndices[b]);
    let known = -1;
    let profile = this.#profile(new Int32Array(0), new Float64Array(0));
    for (const pair of byUser) {
      const [userIndex, itemIndex] = [userIndices[pair], itemIndices[pair]];
      if (userIndex !== known) profile = this.#profileOf(userIndex);
      known = userIndex;
      into[pair] = userIndex < 0 || itemIndex < 0 ? Number.NaN : this.#scoreOf(profile, itemIndex);
    }
  }

  /**
   * The most similar items, best first; equal ones in the order of their index. `common` is the
   * number of features, such as genres and tags, of both; items that share none are left out.
   * O(features of all items).
   *
   * @throws RangeError for an unknown item.
   */
  similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): SimilarItem[] {
    const itemIndex = this.knownItem(itemId);
    const similarities = this.#similarities(itemIndex);
    const others = similarities.map((similarity, other) =>
      other === itemIndex || similarity === 0 ? Number.NaN : similarity,
    );
    return Array.from(topIndices(others, wholeAtLeast(0, { count })), (other) => ({
      itemId: this.items.idOf(other),
      similarity: similarities[other],
      common: commonColumns(this.#features, itemIndex, other),
    }));
  }

  state(): Record<string, Float64Array | Int32Array> {
    return stateOfRows(this.#features);
  }

  /** The user's ratings of similar items, the largest contribution to the score first. */
  explainFor(history: History, itemIndex: number): Explanation {
    const { itemIndices, values } = relevantHistory(history, this.settings);
    const base = this.#baseOf(values);
    const similarities = this.#similarities(itemIndex);
    const similar = Array.from(itemIndices, (rated, k) => ({
      itemId: this.items.idOf(rated),
      rating: values[k],
      similarity: similarities[rated],
    })).filter(({ similarity }) => similarity > 0);
    const { damping } = this.settings;
    const weights = this.inStars ? similar.reduce((sum, { similarity }) => sum + similarity, damping) : 1;
    const contributions = similar
      .map(({ itemId, rating, similarity }) => ({
        itemId,
        rating,
        share: (similarity * (rating - base)) / weights,
      }))
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
    return { base, contributions };
  }

  #profileOf(userIndex: number): Profile {
    const { indices, values } = rowOf(this.#interests.byUser, userIndex);
    return this.#profile(indices, values);
  }

  #profile(itemIndices: Int32Array, ratings: Float64Array): Profile {
    const { starts, indices, values } = this.#features;
    const profile = {
      base: this.#baseOf(ratings),
      ratingSums: new Float64Array(this.#termCount),
      weightSums: new Float64Array(this.#termCount),
    };
    for (const [k, itemIndex] of itemIndices.entries()) {
      const residual = ratings[k] - profile.base;
      for (let entry = starts[itemIndex]; entry < starts[itemIndex + 1]; entry++) {
        profile.ratingSums[indices[entry]] += values[entry] * residual;
        profile.weightSums[indices[entry]] += values[entry];
      }
    }
    return profile;
  }

  /** The user's mean rating; 0 where the score is a sum. */
  #baseOf(ratings: Float64Array): number {
    return this.inStars ? mean(ratings) : 0;
  }

  #score(profile: Profile, into: Float64Array): void {
    for (let itemIndex = 0; itemIndex < into.length; itemIndex++) {
      into[itemIndex] = this.#scoreOf(profile, itemIndex);
    }
  }

  #scoreOf(profile: Profile, itemIndex: number): number {
    const weights = this.#product(itemIndex, profile.weightSums);
    if (weights === 0) return Number.NaN;
    const sum = this.#product(itemIndex, profile.ratingSums);
    return this.inStars ? profile.base + sum / (weights + this.settings.damping) : sum;
  }

  /** The cosine of an item with every item; 0 where they share no term. */
  #similarities(itemIndex: number): Float64Array {
    const weights = denseRow(this.#features, itemIndex, new Float64Array(this.#termCount));
    // Rounding can make the cosine of equal rows exceed 1.
    return Float64Array.from({ length: this.items.size }, (_, other) =>
      Math.min(1, this.#product(other, weights)),
    );
  }

  /** Σ over the item's terms of its weight × the value of the term. */
  #product(itemIndex: number, valueOfTerm: Float64Array): number {
    const { starts, indices, values } = this.#features;
    let sum = 0;
    for (let entry = starts[itemIndex]; entry < starts[itemIndex + 1]; entry++) {
      sum += values[entry] * valueOfTerm[indices[entry]];
    }
    return sum;
  }
}
