import { mean } from "../../math/statistics.js";
import { topIndices } from "../../math/top-n.js";
import { type Id, IdIndex } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { wholeAtLeast } from "../../settings/checks.js";
import { choice } from "../../settings/choice.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { number } from "../../settings/number.js";
import { commonColumns } from "../../sparse/common-columns.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { denseRow } from "../../sparse/dense-row.js";
import { rowOf } from "../../sparse/row-of.js";
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
import { savedRows, stateOfRows } from "../contract/saved-model.js";
import { tfIdf } from "./tf-idf.js";

/** An item and what it is about: `Movies` are such items. */
export interface ItemGenres {
  readonly itemId: Id;
  readonly genres: Iterable<string>;
}

/** A word that somebody gave to an item. */
export interface ItemTag {
  readonly itemId: Id;
  readonly tag: string;
}

/** Settings of {@link GenreContent}. */
export interface GenreContentSettings extends SettingsOf<typeof GenreContent.settings> {}

/**
 * What items are about, whoever rated them: genres and tags as TF-IDF weights, compared by cosine. An item scores by
 * what the person gave to items like it, pulled towards the person's mean:
 *
 *     score = mean + Σ similarity × (rating − mean) / (Σ similarity + damping)
 *
 * over all that the person rated. NaN where none of it is like the item. It knows items that nobody has rated. With `aggregate: "sum"`
 * the score is Σ similarity × rating: for people of whom one knows what they chose, and not how they liked it.
 *
 * The items reach the model by `of`, which gives a model like any other: the constructor takes settings and `fit`
 * takes ratings, so that cross-validation fits it to one part of the ratings after another, the items staying the same.
 *
 * A person is the sum of the rows that they rated (Pazzani and Billsus, Content-based recommendation systems, The Adaptive
 * Web, 2007), so that all scores take O(terms of the person's items + terms of all items).
 *
 * @example
 * const model = new GenreContent({ damping: 2 }).of(movies).fit(ratings);
 * model.similarItems(movies.find("Jumanji (1995)"), { count: 3 });
 */
export class GenreContent {
  static readonly kind = "GenreContent";
  static readonly settings = defineSettings({
    /** Number of imaginary ratings, at the user's mean, of items with similarity 1. */
    damping: number({ min: 0, default: 1 }),
    /** How ratings become a score: their mean weighted by similarity, or their weighted sum, which only ranks. */
    aggregate: choice(["weighted-mean", "sum"], { default: "weighted-mean" }),
  });
  readonly name = GenreContent.kind;
  readonly settings: GenreContentSettings;

  constructor(settings: Partial<GenreContentSettings> = {}) {
    this.settings = GenreContent.settings.check(this.name, settings);
  }

  /**
   * The model of these items. A tag counts as often as it was given; case makes no difference, and a tag that names a
   * genre counts as that genre. An item that comes twice is a RangeError. O(genres and tags).
   */
  of(items: Iterable<ItemGenres>, tags: Iterable<ItemTag> = []): Model<FittedGenreContent> {
    const { name, settings } = this;
    const terms = termsOf(items, tags);
    const { rows } = tfIdf(terms.values());
    return Object.freeze({
      name,
      settings,
      fit(ratings: Ratings): FittedGenreContent {
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

/** A person as the items they rated: two sums over those items' rows, by term. */
interface Profile {
  /** What is taken off ratings, and put back after. */
  readonly base: number;
  /** Σ weight × (rating − base) */
  readonly liked: Float64Array;
  /** Σ weight */
  readonly met: Float64Array;
}

/** A fitted {@link GenreContent}. */
export class FittedGenreContent extends FittedModel {
  readonly name = GenreContent.kind;
  readonly inStars: boolean;
  readonly settings: Readonly<GenreContentSettings>;
  /** A row of length 1 for each item, the weights of its terms by column; an empty one where nothing is known of it. */
  readonly #features: CsrMatrix;
  readonly #termCount: number;

  constructor(
    ratings: Ratings,
    settings: Readonly<GenreContentSettings>,
    items: IdIndex,
    features: CsrMatrix,
  ) {
    super(ratings, items);
    this.settings = settings;
    this.inStars = settings.aggregate !== "sum";
    this.#features = features;
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
    this.#score(this.#profile(history.itemIndices, history.values), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#scoreOf(this.#profileOf(userIndex), itemIndex);
  }

  /** Takes the pairs user by user, so that a person is summed up once. */
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
   * The items most like one, best first; equal ones in the order of their index. `common` is how many genres and tags
   * both have; items without any in common are left out. An unknown item is a RangeError. O(terms of all items).
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

  /** The ratings of items like this one, those that move the score most first. */
  explainFor({ itemIndices, values }: History, itemIndex: number): Explanation {
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
    const { indices, values } = rowOf(this.ratings.byUser, userIndex);
    return this.#profile(indices, values);
  }

  #profile(itemIndices: Int32Array, ratings: Float64Array): Profile {
    const { starts, indices, values } = this.#features;
    const profile = {
      base: this.#baseOf(ratings),
      liked: new Float64Array(this.#termCount),
      met: new Float64Array(this.#termCount),
    };
    for (const [k, itemIndex] of itemIndices.entries()) {
      const rest = ratings[k] - profile.base;
      for (let entry = starts[itemIndex]; entry < starts[itemIndex + 1]; entry++) {
        profile.liked[indices[entry]] += values[entry] * rest;
        profile.met[indices[entry]] += values[entry];
      }
    }
    return profile;
  }

  /** Sums have nothing to start from. */
  #baseOf(ratings: Float64Array): number {
    return this.inStars ? mean(ratings) : 0;
  }

  #score(profile: Profile, into: Float64Array): void {
    for (let itemIndex = 0; itemIndex < into.length; itemIndex++) {
      into[itemIndex] = this.#scoreOf(profile, itemIndex);
    }
  }

  #scoreOf(profile: Profile, itemIndex: number): number {
    const weights = this.#product(itemIndex, profile.met);
    if (weights === 0) return Number.NaN;
    const sum = this.#product(itemIndex, profile.liked);
    return this.inStars ? profile.base + sum / (weights + this.settings.damping) : sum;
  }

  /** The cosine of an item with every item: 0 where they share nothing. */
  #similarities(itemIndex: number): Float64Array {
    const weights = denseRow(this.#features, itemIndex, new Float64Array(this.#termCount));
    // Rounding may take the cosine of equal rows a hair above 1.
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

/** Rows of some ids as rows at those ids' indices; indices of other ids get empty rows. */
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
