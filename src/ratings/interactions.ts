import { quoted } from "../settings/setting.js";
import {
  Feedback,
  type FeedbackEntry,
  type GivenEntry,
  type IndexedFeedback,
  type OwnEntry,
} from "./feedback.js";
import { type Id, IdIndex } from "./id-index.js";
import { type IdType, idsOfType } from "./id-type.js";
import { extendRatings } from "./ratings-extensions.js";
import { summedPairs } from "./summed-pairs.js";
import { timestampColumn } from "./timestamp.js";

const SECONDS_PER_DAY = 86_400;

/** What a user did with an item, repeats summed. */
export interface Interaction extends FeedbackEntry {
  readonly weight: number;
}

/** An interaction as it comes in. */
export interface GivenInteraction extends Omit<GivenEntry, "rating"> {
  /** A number of at least 0. @default 1 */
  readonly weight?: number | undefined;
  /** Such as "view" or "buy"; see the option `values`. */
  readonly event?: string | undefined;
}

/** Interactions as one array per column, all of the same length. */
export interface InteractionColumns {
  readonly userIds: ArrayLike<Id>;
  readonly itemIds: ArrayLike<Id>;
  /** @default 1 */
  readonly weights?: ArrayLike<number | undefined> | undefined;
  readonly timestamps?: ArrayLike<number | Date | undefined> | undefined;
  readonly events?: ArrayLike<string | undefined> | undefined;
}

/** Options of {@link Interactions.from}. */
export interface InteractionsOptions {
  /**
   * What each event counts, such as `{ view: 1, buy: 5 }`: weights are multiplied by it. An event
   * that is not listed is refused.
   * @default events are not looked at
   */
  readonly values?: Readonly<Record<string, number>> | undefined;
  /**
   * Days after which an interaction counts half, counted back from the newest timestamp; every row
   * then needs one. @default no decay
   */
  readonly halfLife?: number | undefined;
  /** Converts all ids to texts, or to numbers. @default ids as they are */
  readonly ids?: IdType | undefined;
}

/**
 * What users did with items, without ratings: views, plays, purchases. Immutable columns as of
 * `Ratings`; a value is a weight of at least 0, and repeated pairs of user and item are summed,
 *
 *     weight = Σ weight × values[event] × 2 ** (−age in days / halfLife)
 *
 * in the place of the first and with the latest timestamp. Models that rank are fitted to them;
 * they take weights as the strength of an interest unless `binary` is true. 24 bytes per pair, 16
 * without timestamps.
 *
 * @example
 * const interactions = Interactions.from(
 *   [
 *     { userId: "ann", itemId: "dune", event: "view" },
 *     { userId: "ann", itemId: "dune", event: "buy" },
 *     { userId: "bob", itemId: "emma", event: "view" },
 *   ],
 *   { values: { view: 1, buy: 5 } },
 * );
 * interactions.get("ann", "dune"); // 6
 */
export class Interactions extends Feedback<Interaction> {
  readonly kind = "interactions";

  private constructor(columns: IndexedFeedback) {
    super(columns, undefined);
    Object.freeze(this);
  }

  /**
   * Interactions from rows of any source. O(rows).
   *
   * @throws RangeError naming the row, from 0, of a weight that is negative or not finite, of an
   *   event that is not in `values`, of a timestamp that is neither seconds nor a Date or is
   *   missing for `halfLife`, or of an id that is not of the type `ids`
   */
  static from(rows: Iterable<GivenInteraction>, options: InteractionsOptions = {}): Interactions {
    const all = [...rows];
    return Interactions.fromColumns(
      {
        userIds: all.map((row) => row?.userId),
        itemIds: all.map((row) => row?.itemId),
        weights: all.map((row) => row?.weight),
        timestamps: all.map((row) => row?.timestamp),
        events: all.map((row) => row?.event),
      },
      options,
    );
  }

  /** Interactions from columns, with the checks of {@link Interactions.from}. O(rows). */
  static fromColumns(columns: InteractionColumns, options: InteractionsOptions = {}): Interactions {
    checkLengths(columns);
    const userIds = idsOfType(columns.userIds, "userId", options.ids);
    const itemIds = idsOfType(columns.itemIds, "itemId", options.ids);
    const weights = readWeights(columns, options);
    const seconds = readTimestamps(columns, options);
    decay(weights, seconds, options);
    const users = IdIndex.from(userIds);
    const items = IdIndex.from(itemIds);
    const rows = {
      users,
      items,
      userIndices: Int32Array.from(userIds, (id) => users.indexOf(id)),
      itemIndices: Int32Array.from(itemIds, (id) => items.indexOf(id)),
      values: weights,
      timestamps: seconds.every(Number.isNaN) ? undefined : seconds,
    };
    const summed = summedPairs(rows);
    for (const weight of summed.values) checkedWeight(weight, `the sum of weights ${weight}`);
    return new Interactions(summed);
  }

  /** Interactions from columns that are checked already; they are shared, not copied. O(1). */
  static fromIndexed(columns: IndexedFeedback): Interactions {
    return new Interactions(columns);
  }

  /** The interaction at a row. */
  at(row: number): Interaction {
    const userId = this.users.idOf(this.userIndices[row]);
    const itemId = this.items.idOf(this.itemIndices[row]);
    const weight = this.values[row];
    return this.timestamps
      ? { userId, itemId, weight, timestamp: this.timestamps[row] }
      : { userId, itemId, weight };
  }

  /**
   * These interactions and more, repeats summed. O(all rows).
   *
   * @throws RangeError as {@link Interactions.from}, for a row with an event, whose value is known
   *   there alone, and for one with a rating
   */
  concat(rows: Iterable<Omit<GivenInteraction, "event">>): this {
    const more = [...rows] as (GivenInteraction & { rating?: number })[];
    for (const [row, { event, rating }] of more.entries()) {
      if (event !== undefined) {
        throw new RangeError(
          `row ${row}: event ${quoted(event)} has no value here; give Interactions.from(rows, { values: { ${quoted(event)}: 5 } })`,
        );
      }
      if (rating !== undefined)
        throw new RangeError(`row ${row} has a rating, and these are interactions; give a weight`);
    }
    return Interactions.from([...this, ...more]) as this;
  }

  withColumns(columns: IndexedFeedback): this {
    return new Interactions(columns) as this;
  }

  protected ownValue({ itemId, rating, weight = 1 }: OwnEntry, before = 0): number {
    if (rating === undefined) return before + checkedWeight(weight, `weight ${weight} of item ${itemId}`);
    throw new RangeError(
      `item ${itemId} has a rating, but the model was fitted to interactions; give a weight`,
    );
  }
}

extendRatings({
  Interactions(ratings, from) {
    const rows = new Int32Array(ratings.count).map((_, row) => row);
    const relevant = ratings.selectRows(rows.filter((row) => ratings.values[row] >= from));
    return Interactions.fromIndexed({ ...relevant, values: relevant.values.map(() => 1) });
  },
});

function checkLengths({ userIds, ...columns }: InteractionColumns): void {
  for (const [name, column] of Object.entries(columns)) {
    if (column && column.length !== userIds.length) {
      throw new RangeError(
        `${name} has ${column.length} rows where userIds has ${userIds.length}; give one value per row`,
      );
    }
  }
}

function checkedWeight(weight: number, what: string): number {
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new RangeError(`${what} is not a number of at least 0; correct it`);
}

/** The weight of each row times the value of its event. */
function readWeights(
  { userIds, weights, events }: InteractionColumns,
  { values }: InteractionsOptions,
): Float64Array {
  for (const [event, value] of Object.entries(values ?? {})) {
    checkedWeight(value, `values: the value ${value} of "${event}"`);
  }
  return Float64Array.from({ length: userIds.length }, (_, row) => {
    const given = weights?.[row] ?? 1;
    const weight = checkedWeight(given, `row ${row}: weight ${quoted(given)}`);
    return values ? weight * eventValue(events?.[row], row, values) : weight;
  });
}

function eventValue(
  event: string | undefined,
  row: number,
  values: Readonly<Record<string, number>>,
): number {
  if (event !== undefined && Object.hasOwn(values, event)) return values[event];
  const known = Object.keys(values).join(", ");
  throw new RangeError(`row ${row}: event ${quoted(event)} is not among the values (${known}); add it`);
}

/** Seconds since 1970 of each row, NaN where unknown. */
function readTimestamps(
  { userIds, timestamps }: InteractionColumns,
  { halfLife }: InteractionsOptions,
): Float64Array {
  const given = Array.from({ length: userIds.length }, (_, row) => timestamps?.[row]);
  const seconds = timestampColumn(given);
  const missing = halfLife === undefined ? -1 : seconds.findIndex(Number.isNaN);
  if (missing < 0) return seconds;
  throw new RangeError(
    `row ${missing} has no timestamp, which halfLife needs; give it one, or leave halfLife out`,
  );
}

/** Multiplies weights by 2 ** (−age / half-life), in place. */
function decay(weights: Float64Array, seconds: Float64Array, { halfLife }: InteractionsOptions): void {
  if (halfLife === undefined) return;
  if (!(halfLife > 0)) throw new RangeError(`halfLife: ${halfLife} is not a number above 0`);
  const newest = seconds.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  for (let row = 0; row < weights.length; row++) {
    weights[row] *= 2 ** ((seconds[row] - newest) / (halfLife * SECONDS_PER_DAY));
  }
}
