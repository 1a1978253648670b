import type { IdType } from "../../ratings/id-type.js";
import { Interactions } from "../../ratings/interactions.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { type BadRowPolicy, BadRows } from "../records/bad-rows.js";
import { type FeedbackFormat, feedbackFromRows } from "./feedback-from-rows.js";
import type { RowSource } from "./row-source.js";
import { nameOf, numberOf } from "./row-value.js";

type Column = string | number | undefined;

/** Which column of a file is which, and how interactions are made of its rows. */
export interface InteractionRowsOptions extends TaskOptions {
  /** A column by its name, or by its position from 0. @default "userId" */
  readonly userId?: Column;
  /** @default "itemId" */
  readonly itemId?: Column;
  /** How much a row counts: a number of at least 0, or no value for 1. @default all rows count 1 */
  readonly weight?: Column;
  /**
   * No value, seconds since 1970, or dates like 1997-12-04 and 1997-12-04T15:55:49 (UTC).
   * @default none, and with `halfLife` "timestamp"
   */
  readonly timestamp?: Column;
  /** The events that `values` weights. @default none, and with `values` "event" */
  readonly event?: Column;
  /**
   * What each event counts, such as `{ view: 1, buy: 5 }`: weights are multiplied by it. A row with
   * another event is a bad row.
   * @default events are not looked at
   */
  readonly values?: Readonly<Record<string, number>> | undefined;
  /**
   * Days after which an interaction counts half, counted back from the newest timestamp; a row
   * without a timestamp is then a bad row.
   * @default no decay
   */
  readonly halfLife?: number | undefined;
  /**
   * The type of all ids: "text" converts numbers, as a server that gets texts needs; with "number",
   * another id is a bad row.
   * @default numbers, but texts for all ids of a column with a text
   */
  readonly ids?: IdType | undefined;
  /** What to do with a row that cannot be read. @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
}

/** Interactions from rows, repeats summed, with the errors of {@link feedbackFromRows}. O(rows). */
export async function interactionsFromRows(
  rows: RowSource,
  options: InteractionRowsOptions,
): Promise<Interactions> {
  const { userId = "userId", itemId = "itemId", weight, values, halfLife, ids } = options;
  const { onProgress, signal, onBadRow = "throw" } = options;
  Interactions.from([], { values, halfLife, ids }); // Refuses options before the file is read.
  if (options.event !== undefined && !values) {
    throw new RangeError(`event: ${options.event} counts nothing; pass values, such as { view: 1, buy: 5 }`);
  }
  const timestamp = options.timestamp ?? (halfLife === undefined ? undefined : "timestamp");
  const event = values && (options.event ?? "event");
  const badRows = new BadRows(onBadRow);
  const format: FeedbackFormat = {
    ...{ what: "interactions", ids, badRows, onProgress, signal },
    columns: { userId, itemId, weight, timestamp, event },
    needed: values ? ["event"] : [],
    needsTimestamp: halfLife === undefined ? undefined : "halfLife",
    valueOf(row, failIn) {
      const failWeight = failIn("weight");
      const count = row.weight === undefined ? 1 : numberOf(row.weight, failWeight);
      if (count < 0) throw failWeight("is negative");
      if (!values) return count;
      const name = nameOf(row.event, failIn("event"));
      if (Object.hasOwn(values, name)) return count * values[name];
      const known = Object.keys(values).join(", ");
      throw failIn("event")(`is not among the values (${known})`, "add it to them");
    },
  };
  const read = await feedbackFromRows(rows, format);
  const summed = Interactions.fromColumns(
    {
      userIds: Array.from(read.userIndices, (user) => read.users.idOf(user)),
      itemIds: Array.from(read.itemIndices, (item) => read.items.idOf(item)),
      weights: read.values,
      timestamps: read.timestamps,
    },
    { halfLife },
  );
  return Interactions.fromIndexed({ ...summed, skipped: badRows.report() });
}
