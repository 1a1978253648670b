import { type Id, IdIndex } from "../../ratings/id-index.js";
import type { Model, SavedModel } from "../contract/model.js";
import {
  CONTENT_SETTINGS,
  type ContentSettings,
  contentModel,
  contentSettings,
  type FittedContent,
  restoredContent,
} from "./fitted-content.js";
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
export interface GenreContentSettings extends ContentSettings {}

/** A fitted {@link GenreContent}. */
export type FittedGenreContent = FittedContent;

/**
 * {@link ContentSimilarity} of genres and tags: items are compared by the cosine of TF-IDF vectors
 * of these.
 *
 * `of` takes the items and returns a model like any other, whose `fit` takes ratings, so that
 * cross-validation can fit it to several parts of the ratings with the same items.
 *
 * @example
 * const model = new GenreContent({ damping: 2 }).of(movies).fit(ratings);
 * model.similarItems(movies.find("Jumanji (1995)"), { count: 3 });
 */
export class GenreContent implements Model<FittedContent> {
  static readonly kind = "GenreContent";
  static readonly settings = CONTENT_SETTINGS;
  readonly name = GenreContent.kind;
  readonly settings: GenreContentSettings;

  constructor(settings: Partial<GenreContentSettings> = {}) {
    this.settings = contentSettings(this.name, settings);
  }

  /** @throws RangeError always: it needs the genres that {@link of} takes */
  fit(): FittedContent {
    throw new RangeError("GenreContent has no genres to compare; fit new GenreContent().of(movies)");
  }

  /**
   * The model of these items. A tag counts as often as it was given. Case is ignored, and a tag
   * equal to a genre counts as that genre. O(genres and tags).
   *
   * @throws RangeError for an item that comes twice.
   */
  of(items: Iterable<ItemGenres>, tags: Iterable<ItemTag> = []): Model<FittedContent> {
    const terms = termsOf(items, tags);
    const { rows } = tfIdf(terms.values());
    return contentModel({ kind: GenreContent, settings: this.settings }, IdIndex.from(terms.keys()), rows);
  }

  static restore(saved: SavedModel): FittedContent {
    const { settings } = new GenreContent(saved.settings);
    return restoredContent({ kind: GenreContent, settings }, saved);
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
