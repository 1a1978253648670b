import type { Feedback } from "../../ratings/feedback.js";
import { type Id, IdIndex } from "../../ratings/id-index.js";
import type { SavedArray, SavedModel } from "../contract/model.js";
import { invalidModelError, savedNumbers } from "../contract/saved-model.js";
import type { ItemGenres, ItemTag } from "./genre-content.js";

/** Items with genres, and a function that gives their years: `Movies`, for example. */
export type DatedItems = Iterable<ItemGenres> & { year?(itemId: Id): number };

/** Metadata of an item. */
interface Facts {
  /** Indices into the list of all genres, ascending. */
  readonly genres: readonly number[];
  /** NaN where unknown. */
  readonly year: number;
  /** Number of tags. */
  readonly tags: number;
}

/** Metadata of items by id, from which that of the items of some ratings is taken. */
export class FactsById {
  /** All genres in alphabetical order. */
  readonly genres: readonly string[];
  readonly #facts: ReadonlyMap<Id, Facts>;

  /** @throws RangeError for an item that comes twice. */
  constructor(items: DatedItems, tags: Iterable<ItemTag> = []) {
    const all = [...items];
    const tagCounts = new Map<Id, number>();
    for (const { itemId } of tags) tagCounts.set(itemId, (tagCounts.get(itemId) ?? 0) + 1);
    this.genres = Object.freeze([...new Set(all.flatMap(({ genres }) => [...genres]))].sort());
    const facts = new Map<Id, Facts>();
    for (const { itemId, genres } of all) {
      if (facts.has(itemId))
        throw new RangeError(`item ${JSON.stringify(itemId)} comes twice; keep one of the two`);
      facts.set(itemId, {
        genres: [...new Set(genres)].map((genre) => this.genres.indexOf(genre)).sort((a, b) => a - b),
        year: items.year?.(itemId) ?? Number.NaN,
        tags: tagCounts.get(itemId) ?? 0,
      });
    }
    this.#facts = facts;
    Object.freeze(this);
  }

  /** The items of ratings, followed by the items that have metadata but no ratings. */
  itemsWith({ items }: Feedback): IdIndex {
    return IdIndex.from([...items.ids, ...this.#facts.keys()]);
  }

  /** The metadata by item index; unknown for items that were not given. */
  at({ ids }: IdIndex): ItemFacts {
    const each = ids.map((itemId) => this.#facts.get(itemId));
    const starts = new Int32Array(ids.length + 1);
    for (let item = 0; item < ids.length; item++)
      starts[item + 1] = starts[item] + (each[item]?.genres.length ?? 0);
    return new ItemFacts(this.genres, {
      starts,
      genres: Int32Array.from(each.flatMap((facts) => facts?.genres ?? [])),
      years: Float64Array.from(each, (facts) => facts?.year ?? Number.NaN),
      tags: Float64Array.from(each, (facts) => facts?.tags ?? Number.NaN),
    });
  }
}

/** Metadata by item index. */
interface FactColumns {
  /** Where each item's genres start in `genres`, and where the last one's end. */
  readonly starts: Int32Array;
  /** Indices into the list of all genres, item after item. */
  readonly genres: Int32Array;
  /** NaN where unknown. */
  readonly years: Float64Array;
  /** Number of tags; NaN for an item without metadata. */
  readonly tags: Float64Array;
}

/** Metadata of the items of a model. */
export class ItemFacts {
  /** All genres in alphabetical order. */
  readonly genres: readonly string[];
  readonly columns: FactColumns;
  /** The latest year of all items, NaN where none is known. */
  readonly newest: number;

  constructor(genres: readonly string[], columns: FactColumns) {
    this.genres = genres;
    this.columns = columns;
    this.newest = columns.years.reduce(
      (latest, year) => (year <= latest || Number.isNaN(year) ? latest : year),
      Number.NaN,
    );
    Object.freeze(this);
  }

  /** Whether an item has a genre; false for an unknown item. */
  has(item: number, genre: number): boolean {
    const { starts, genres } = this.columns;
    for (let k = starts[item] ?? 0; k < (starts[item + 1] ?? 0); k++) if (genres[k] === genre) return true;
    return false;
  }

  /** The inverse of {@link state}; a RangeError where the arrays do not fit together. */
  static restore(saved: Pick<SavedModel, "arrays">, genres: readonly string[], count: number): ItemFacts {
    const { "fact.starts": starts, "fact.genres": ofItems } = saved.arrays;
    const years = savedNumbers(saved, "fact.years", count);
    const tags = savedNumbers(saved, "fact.tags", count);
    const fits =
      starts instanceof Int32Array &&
      ofItems instanceof Int32Array &&
      starts.length === count + 1 &&
      starts[0] === 0 &&
      starts[count] === ofItems.length &&
      starts.every((start, item) => item === 0 || start >= starts[item - 1]) &&
      ofItems.every((genre) => genre >= 0 && genre < genres.length);
    if (!fits) throw invalidModelError("its genres do not fit together");
    return new ItemFacts(genres, { starts, genres: ofItems, years, tags });
  }

  state(): Record<string, SavedArray> {
    const { starts, genres, years, tags } = this.columns;
    return { "fact.starts": starts, "fact.genres": genres, "fact.years": years, "fact.tags": tags };
  }
}
