import { mean } from "../../math/statistics.js";
import { topIndices } from "../../math/top-n.js";
import type { Feedback } from "../../ratings/feedback.js";
import { type Id, IdIndex } from "../../ratings/id-index.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import { commonColumns } from "../../sparse/common-columns.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
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
import { tfIdf } from "./tf-idf.js";

/** An item with its genres: `Movies` are iterables of such items. */
export interface ItemGenres {
  readonly itemId: Id;
  readonly genres: Iterable<string>;
}

/** A tag that a user gave to an item. */
export interface ItemTag {
  readonly itemId: Id;
  readonly tag: string;
}

/** Settings of {@link GenreContent}. */
export interface GenreContentSettings extends SettingsOf<typeof GenreContent.settings> {}

/**
 * A content-based model: items are compared by the cosine of TF-IDF vectors of their genres and
 * tags. An item's score is the user's mean rating, plus the mean deviation from it of the user's
 * ratings of similar items, shrunk by `damping`:
 *
 *     score = mean + Σ similarity × (rating − mean) / (Σ similarity + damping)
 *
 * over all items that the user rated. NaN where none of them is similar. Items without ratings have
 * scores too. With `aggregate: "sum"` the score is Σ similarity × rating, for data that shows what
 * users chose and not how they liked it.
 *
 * `of` takes the items and returns a model like any other, whose `fit` takes ratings, so that
 * cross-validation can fit it to several parts of the ratings with the same items.
 *
 * A user's profile is a weighted sum of the vectors of the rated items (Pazzani and Billsus,
 * Content-based recommendation systems, The Adaptive Web, 2007), so that all scores of a user take
 * O(terms of the user's items + terms of all items).
 *
 * @example
 * const model = new GenreContent({ damping: 2 }).of(movies).fit(ratings);
 * model.similarItems(movies.find("Jumanji (1995)"), { count: 3 });
 */
export class GenreContent {
  static readonly kind = "GenreContent";
  static readonly settings = defineSettings(
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
  readonly name = GenreContent.kind;
  readonly settings: GenreContentSettings;

  constructor(settings: Partial<GenreContentSettings> = {}) {
    this.settings = GenreContent.settings.check(this.name, settings);
    checkRelevance(this.settings, this.settings);
  }

  /**
   * The model of these items. A tag counts as often as it was given. Case is ignored, and a tag
   * equal to a genre counts as that genre. O(genres and tags).
   *
   * @throws RangeError for an item that comes twice.
   */
  of(items: Iterable<ItemGenres>, tags: Iterable<ItemTag> = []): Model<FittedGenreContent> {
    const { name, settings } = this;
    const terms = termsOf(items, tags);
    const { rows } = tfIdf(terms.values());
    return Object.freeze({
      name,
      settings,
      fit(ratings: Feedback): FittedGenreContent {
        if (settings.aggregate !== "sum") checkRatings(name, ratings);
        const known = IdIndex.from([...ratings.items.ids, ...terms.keys()]);
        return new FittedGenreContent(ratings, settings, known, atIndices(rows, [...terms.keys()], known));
      },
    });
  }

  static restore(saved: SavedModel): FittedGenreContent {
    const { settings } = new GenreContent(saved.settings);
    const features = savedRows(saved, {
      rowCount: saved.items.size,
      columnCount: saved.arrays.indices?.length,
    });
    return new FittedGenreContent(saved.ratings, settings, saved.items, features);
  }
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

/** A fitted {@link GenreContent}. */
export class FittedGenreContent extends FittedModel {
  readonly name = GenreContent.kind;
  declare readonly inStars: boolean;
  declare readonly settings: Readonly<GenreContentSettings>;
  /** The TF-IDF vector of each item, of length 1; an empty row for an item without terms. */
  readonly #features: CsrMatrix;
  readonly #termCount: number;
  readonly #interests: Feedback;

  constructor(
    ratings: Feedback,
    settings: Readonly<GenreContentSettings>,
    items: IdIndex,
    features: CsrMatrix,
  ) {
    super(ratings, items);
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.#features = features;
    this.#interests = relevantPart(ratings, settings);
    this.#termCount = features.indices.reduce((most, term) => Math.max(most, term + 1), 0);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return GenreContent;
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
   * number of genres and tags of both; items that share none are left out. O(terms of all items).
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

/** The genres and tags of each item, in lower case. */
function termsOf(items: Iterable<ItemGenres>, tags: Iterable<ItemTag>): ReadonlyMap<Id, string[]> {
  const terms = new Map<Id, string[]>();
  for (const { itemId, genres } of items) {
    if (terms.has(itemId))
      throw new RangeError(`item ${JSON.stringify(itemId)} comes twice; keep one of the two`);
    terms.set(
      itemId,
      Array.from(genres, (genre) => genre.toLowerCase()),
    );
  }
  for (const { itemId, tag } of tags) {
    const known = terms.get(itemId) ?? [];
    known.push(tag.toLowerCase());
    terms.set(itemId, known);
  }
  return terms;
}

/** Moves the row of each id to its index among all items; items without a row get an empty one. */
function atIndices(rows: CsrMatrix, ids: readonly Id[], items: IdIndex): CsrMatrix {
  const indices = ids.flatMap((itemId, row) =>
    Array<number>(rows.rowLength(row)).fill(items.indexOf(itemId)),
  );
  return CsrMatrix.fromTriplets({
    rowCount: items.size,
    columnCount: rows.columnCount,
    rows: Int32Array.from(indices),
    columns: rows.indices,
    values: rows.values,
  });
}
