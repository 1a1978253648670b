import { mean } from "../math/statistics.js";
import { oneOf } from "../settings/checks.js";
import { CsrMatrix } from "../sparse/csr-matrix.js";
import { rowOf } from "../sparse/row-of.js";
import { rowPositions } from "../sparse/row-positions.js";
import { valuesAt } from "../sparse/values-at.js";
import { type Id, IdIndex } from "./id-index.js";
import type { RatingScale } from "./rating.js";
import type { SkippedRows } from "./skipped-rows.js";
import { timestampColumn } from "./timestamp.js";

/** Feedback by index: the input of readers and of derived feedback. */
export interface IndexedFeedback {
  readonly users: IdIndex;
  readonly items: IdIndex;
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
  readonly timestamps?: Float64Array | undefined;
  readonly skipped?: SkippedRows | undefined;
}

/** What every row of feedback has. */
export interface FeedbackEntry {
  readonly userId: Id;
  readonly itemId: Id;
  /** Seconds since 1970 (UTC). */
  readonly timestamp?: number;
}

/** A row as it comes in: a rating or an interaction. A Date is converted to seconds. */
export interface GivenEntry {
  readonly userId: Id;
  readonly itemId: Id;
  readonly rating?: number;
  readonly weight?: number | undefined;
  readonly timestamp?: number | Date | undefined;
}

/** What a new user gives a fitted model: a rating, or the weight of an interaction. */
export interface OwnEntry {
  readonly itemId: Id;
  readonly rating?: number;
  readonly weight?: number;
  readonly timestamp?: number | Date | undefined;
}

/** What a new user rated or used, by item index. */
export interface NewUserHistory {
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
  /** Of each of the given entries that were not left out; NaN where unknown. */
  readonly timestamps: Float64Array;
  /** The ids of unknown items, which were left out. */
  readonly skipped: readonly Id[];
}

/**
 * What users gave items as immutable columns of typed arrays: `Ratings`, or `Interactions`, whose
 * values are weights. Users and items are numbered by first appearance; no pair of user and item
 * comes twice. 24 bytes per row, 16 without timestamps.
 */
export abstract class Feedback<Entry extends FeedbackEntry = FeedbackEntry> implements Iterable<Entry> {
  abstract readonly kind: "ratings" | "interactions";
  // Declared only: the constructor assigns them, and bundles are smaller.
  declare readonly users: IdIndex;
  declare readonly items: IdIndex;
  /** The user index of each row. */
  declare readonly userIndices: Int32Array;
  /** The item index of each row. */
  declare readonly itemIndices: Int32Array;
  /** The rating or weight of each row. */
  declare readonly values: Float64Array;
  /** Seconds since 1970 (UTC) of each row, NaN where unknown; undefined if no row has one. */
  declare readonly timestamps: Float64Array | undefined;
  /** The lowest and highest value that is allowed, or that occurs. */
  declare readonly scale: RatingScale;
  /** The rows that a reader left out with `onBadRow: "skip"`. */
  declare readonly skipped: SkippedRows | undefined;
  #mean: number | undefined;
  #byUser: CsrMatrix | undefined;
  #byItem: CsrMatrix | undefined;

  constructor(columns: IndexedFeedback, scale: RatingScale | undefined) {
    this.users = columns.users;
    this.items = columns.items;
    this.userIndices = columns.userIndices;
    this.itemIndices = columns.itemIndices;
    this.values = columns.values;
    this.timestamps = columns.timestamps;
    this.skipped = columns.skipped;
    this.scale = scale ?? observedScale(columns.values);
  }

  /** The row at a place. */
  abstract at(row: number): Entry;

  /** These rows, followed by more. O(all rows). */
  abstract concat(rows: Iterable<GivenEntry>): this;

  /** Feedback of the same kind with other columns, which are shared, not copied. O(rows). */
  abstract withColumns(columns: IndexedFeedback): this;

  /**
   * The value of an entry of a new user.
   *
   * @param before the value of the same item in earlier entries
   * @throws RangeError for a value that this kind of feedback cannot have
   */
  protected abstract ownValue(entry: OwnEntry, before: number | undefined): number;

  /**
   * What a new user gives a model that was fitted to this, by index of the model's items.
   * O(entries).
   *
   * @throws RangeError for a value that this kind of feedback cannot have, for a timestamp that is
   *   neither seconds nor a Date, and for an unknown item unless it is skipped
   */
  historyOf(
    entries: Iterable<OwnEntry>,
    items: IdIndex,
    onUnknownItem: "throw" | "skip" = "throw",
  ): NewUserHistory {
    oneOf(["throw", "skip"], { onUnknownItem });
    const values = new Map<number, number>();
    const timestamps: OwnEntry["timestamp"][] = [];
    const skipped: Id[] = [];
    const among = `the ${items.size} items that the model knows`;
    for (const entry of entries) {
      const itemId = entry?.itemId;
      if (onUnknownItem === "skip" && !items.has(itemId)) {
        skipped.push(itemId);
      } else {
        const item = items.known(itemId, "item", among, 'onUnknownItem: "skip" leaves it out');
        values.set(item, this.ownValue(entry, values.get(item)));
        timestamps.push(entry.timestamp);
      }
    }
    return {
      itemIndices: Int32Array.from(values.keys()),
      values: Float64Array.from(values.values()),
      timestamps: timestampColumn(timestamps),
      skipped,
    };
  }

  get count(): number {
    return this.values.length;
  }

  /** The mean of all values, NaN without any. */
  get mean(): number {
    this.#mean ??= mean(this.values);
    return this.#mean;
  }

  /** Users as rows, items as columns; each user's entries in row order. Cached, O(rows). */
  get byUser(): CsrMatrix {
    this.#byUser ??= CsrMatrix.fromTriplets({
      rowCount: this.users.size,
      columnCount: this.items.size,
      rows: this.userIndices,
      columns: this.itemIndices,
      values: this.values,
    });
    return this.#byUser;
  }

  /** Items as rows, users as columns; each item's entries in row order. Cached, O(rows). */
  get byItem(): CsrMatrix {
    this.#byItem ??= CsrMatrix.fromTriplets({
      rowCount: this.items.size,
      columnCount: this.users.size,
      rows: this.itemIndices,
      columns: this.userIndices,
      values: this.values,
    });
    return this.#byItem;
  }

  /** The value of a user and an item, NaN if there is none. O(the user's rows). */
  get(userId: Id, itemId: Id): number {
    const user = this.users.indexOf(userId);
    const { indices, values } = rowOf(this.byUser, user);
    return values[indices.indexOf(this.items.indexOf(itemId))] ?? Number.NaN;
  }

  /** A user's rows in their order; none for an unknown user. */
  ofUser(userId: Id): Omit<Entry, "userId">[] {
    return this.#rowsOf(this.byUser, this.users.indexOf(userId)).map(({ userId: _, ...rest }) => rest);
  }

  /** An item's rows in their order; none for an unknown item. */
  ofItem(itemId: Id): Omit<Entry, "itemId">[] {
    return this.#rowsOf(this.byItem, this.items.indexOf(itemId)).map(({ itemId: _, ...rest }) => rest);
  }

  *[Symbol.iterator](): Generator<Entry, void> {
    for (let row = 0; row < this.count; row++) yield this.at(row);
  }

  /** The rows that pass a test, without users and items that have none left. O(rows). */
  filter(test: (entry: Entry) => boolean): this {
    return this.#selectWhere((row) => test(this.at(row)));
  }

  /**
   * The rows at some places, in the order of `rows`; ids get new indices by first appearance.
   * O(rows + ids).
   */
  selectRows(rows: Int32Array): this {
    const [users, userIndices] = renumber(rows, this.userIndices, this.users);
    const [items, itemIndices] = renumber(rows, this.itemIndices, this.items);
    return this.withColumns({
      users,
      items,
      userIndices,
      itemIndices,
      values: valuesAt(this.values, rows),
      timestamps: this.timestamps && valuesAt(this.timestamps, rows),
    });
  }

  /**
   * Without items and users that have too few rows. Both are counted once, in these rows: a kept
   * user may have fewer rows left than `perUser`, and a kept item fewer than `perItem`.
   */
  withAtLeast({ perItem = 0, perUser = 0 }: { perItem?: number; perUser?: number }): this {
    const { userIndices, itemIndices, byUser, byItem } = this;
    const enough = (row: number) =>
      byItem.rowLength(itemIndices[row]) >= perItem && byUser.rowLength(userIndices[row]) >= perUser;
    return this.#selectWhere(enough);
  }

  #rowsOf(matrix: CsrMatrix, index: number): Entry[] {
    if (index < 0) return [];
    return Array.from(rowPositions(matrix, index), (row) => this.at(row));
  }

  #selectWhere(test: (row: number) => boolean): this {
    return this.selectRows(new Int32Array(this.count).map((_, row) => row).filter(test));
  }
}

function observedScale(values: Float64Array): RatingScale {
  let min = values[0] ?? Number.NaN;
  let max = min;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return Object.freeze({ min, max });
}

/** New indices by first appearance in `rows`, and the ids that they number. */
function renumber(
  rows: Int32Array,
  indices: Int32Array,
  index: IdIndex,
): [ids: IdIndex, indices: Int32Array] {
  const renumbered = new Int32Array(index.size).fill(-1);
  const kept: Id[] = [];
  const newIndices = rows.map((row) => {
    const old = indices[row];
    if (renumbered[old] < 0) renumbered[old] = kept.push(index.idOf(old)) - 1;
    return renumbered[old];
  });
  return [IdIndex.from(kept), newIndices];
}
