import { quoted } from "../settings/setting.js";
import { findDuplicates } from "./duplicates.js";
import { Feedback, type GivenEntry, type IndexedFeedback, type OwnEntry } from "./feedback.js";
import { type Id, IdIndex } from "./id-index.js";
import { type IdType, idsOfType } from "./id-type.js";
import type { Interactions } from "./interactions.js";
import { checkedScale, type Rating, type RatingScale } from "./rating.js";
import { ratingsExtension } from "./ratings-extensions.js";
import { timestampColumn } from "./timestamp.js";

/** Ratings as one array per column, all of the same length. */
export interface RatingColumns {
  readonly userIds: ArrayLike<Id>;
  readonly itemIds: ArrayLike<Id>;
  readonly values: ArrayLike<number>;
  /** Seconds since 1970 (UTC) or Dates, NaN where unknown. */
  readonly timestamps?: ArrayLike<number | Date | undefined> | undefined;
}

/** Ratings by index: the input of readers and of derived ratings. */
export interface IndexedRatings extends IndexedFeedback {
  /** @default the lowest and highest value that occur */
  readonly scale?: RatingScale | undefined;
  /** False if the scale was observed in the ratings that these derive from. */
  readonly scaleIsDeclared?: boolean;
  readonly mergedRows?: ReadonlyMap<Id, number> | undefined;
}

/** A rating as it comes in; a Date is converted to seconds. */
export interface GivenRating extends Omit<GivenEntry, "weight"> {
  readonly rating: number;
}

/** Options of {@link Ratings.from}. */
export interface RatingsOptions {
  /** @default the lowest and highest rating that occur */
  readonly scale?: RatingScale | undefined;
  /** Converts all ids to texts, or to numbers. @default ids as they are */
  readonly ids?: IdType | undefined;
}

/** One of a user's ratings, and one of an item's ratings. */
export type RatingOfUser = Omit<Rating, "userId">;
export type RatingOfItem = Omit<Rating, "itemId">;

/**
 * Ratings of items by users as immutable columns of typed arrays. Users and items are numbered by
 * first appearance; no user rates an item twice. 24 bytes per rating, 16 without timestamps.
 *
 * @example
 * const ratings = Ratings.from([
 *   { userId: 1, itemId: 50, rating: 5 },
 *   { userId: 2, itemId: 50, rating: 3 },
 * ]);
 * ratings.mean; // 4
 * ratings.get(2, 50); // 3
 */
export class Ratings extends Feedback<Rating> {
  readonly kind = "ratings";
  /** After {@link mergeItems}: the number of rows merged into each item. */
  declare readonly mergedRows: ReadonlyMap<Id, number> | undefined;
  readonly #scaleIsDeclared: boolean;

  private constructor(columns: IndexedRatings) {
    super(columns, columns.scale);
    this.mergedRows = columns.mergedRows;
    this.#scaleIsDeclared = columns.scaleIsDeclared ?? columns.scale !== undefined;
    Object.freeze(this);
  }

  /**
   * Ratings from rows. O(rows).
   *
   * @throws RangeError naming the row, from 0, of a rating that is not a finite number, is outside
   *   the scale, or repeats a pair of user and item; of a timestamp that is neither seconds nor a
   *   Date; or of an id that is not of the type `ids`
   */
  static from(rows: Iterable<GivenRating>, options: RatingsOptions = {}): Ratings {
    const all = [...rows];
    return Ratings.fromColumns(
      {
        userIds: all.map((row) => row?.userId),
        itemIds: all.map((row) => row?.itemId),
        values: all.map((row) => row?.rating),
        timestamps: all.map((row) => row?.timestamp),
      },
      options,
    );
  }

  /** Ratings from columns, with the checks of {@link Ratings.from}. O(rows). */
  static fromColumns(columns: RatingColumns, { scale, ids }: RatingsOptions = {}): Ratings {
    const { values } = columns;
    checkLengths(columns);
    const declared = scale && checkedScale(scale);
    checkValues(values, declared);
    const timestamps = columns.timestamps && timestampColumn(columns.timestamps);
    const userIds = idsOfType(columns.userIds, "userId", ids);
    const itemIds = idsOfType(columns.itemIds, "itemId", ids);
    const users = IdIndex.from(userIds);
    const items = IdIndex.from(itemIds);
    const indexed = {
      users,
      items,
      userIndices: Int32Array.from(userIds, (id) => users.indexOf(id)),
      itemIndices: Int32Array.from(itemIds, (id) => items.indexOf(id)),
      values: Float64Array.from(values),
      timestamps: timestamps?.every(Number.isNaN) ? undefined : timestamps,
      scale: declared,
    };
    const [duplicate] = findDuplicates(indexed.userIndices, indexed.itemIndices, {
      userCount: users.size,
      itemCount: items.size,
    });
    if (duplicate) {
      throw new RangeError(
        `row ${duplicate.again}: user ${quoted(userIds[duplicate.again])} and item ${quoted(itemIds[duplicate.again])} ` +
          `have a rating already, in row ${duplicate.first}; keep one of the two`,
      );
    }
    return new Ratings(indexed);
  }

  /** Ratings from columns that a reader has checked already; they are shared, not copied. O(1). */
  static fromIndexed(columns: IndexedRatings): Ratings {
    return new Ratings(columns);
  }

  /** The rating at a row. */
  at(row: number): Rating {
    const userId = this.users.idOf(this.userIndices[row]);
    const itemId = this.items.idOf(this.itemIndices[row]);
    const rating = this.values[row];
    return this.timestamps
      ? { userId, itemId, rating, timestamp: this.timestamps[row] }
      : { userId, itemId, rating };
  }

  withColumns(columns: IndexedRatings): this {
    const { scale } = this;
    return new Ratings({ ...columns, scale, scaleIsDeclared: this.#scaleIsDeclared }) as this;
  }

  protected ownValue({ itemId, rating }: OwnEntry, before: number | undefined): number {
    if (before !== undefined) throw new RangeError(`item ${itemId} is rated twice; keep one of the two`);
    if (Number.isFinite(rating)) return rating as number;
    throw new RangeError(`rating ${rating} of item ${itemId} is not a finite number; give a number`);
  }

  /**
   * The ratings of at least `from`, all by default, as interactions of weight 1. Lower ones are not
   * there at all; with the setting `relevantFrom` of a model they count as seen. A page's bundle
   * has it only where the program uses the export `Interactions`. O(ratings).
   */
  toInteractions({ from = Number.NEGATIVE_INFINITY }: { readonly from?: number } = {}): Interactions {
    return ratingsExtension("Interactions")(this, from) as Interactions;
  }

  /** The same ratings on a declared scale; a RangeError names the first one outside it. */
  withScale(scale: RatingScale): Ratings {
    const declared = checkedScale(scale);
    checkValues(this.values, declared);
    return new Ratings({ ...this, scale: declared });
  }

  /**
   * These ratings, followed by more rows; a declared scale is kept and checked. Errors count rows
   * from the first of these. O(all rows).
   */
  concat(rows: Iterable<GivenRating>): this {
    const options = this.#scaleIsDeclared ? { scale: this.scale } : {};
    return Ratings.from([...this, ...rows], options) as this;
  }

  /**
   * Merges the items that get the same new id. If a user rated several of them, the rating is their
   * mean, in the place and with the timestamp of the first; `mergedRows` counts the rows of each
   * item. A page's bundle has it only where the program uses the export `mergeItems`. O(ratings).
   */
  mergeItems(newId: (itemId: Id) => Id): Ratings {
    return ratingsExtension("mergeItems")(this, newId) as Ratings;
  }
}

function checkLengths({ userIds, itemIds, values, timestamps = values }: RatingColumns): void {
  const lengths = [userIds.length, itemIds.length, timestamps.length, values.length];
  if (new Set(lengths).size === 1) return;
  throw new RangeError(`userIds, itemIds, timestamps and values have ${lengths.join(", ")} rows`);
}

function checkValues(values: ArrayLike<number>, scale: RatingScale | undefined): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `row ${row}: rating ${quoted(value)} is not a finite number; give a number, or leave the row out`,
      );
    }
    if (scale && (value < scale.min || value > scale.max)) {
      throw new RangeError(
        `row ${row}: rating ${value} is outside the scale ${scale.min} to ${scale.max}; correct it`,
      );
    }
  }
}
