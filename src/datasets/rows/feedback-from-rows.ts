import type { IdIndex } from "../../ratings/id-index.js";
import type { IdType } from "../../ratings/id-type.js";
import { oneOf } from "../../settings/checks.js";
import { quoted } from "../../settings/setting.js";
import type { TaskOptions } from "../../task/report-progress.js";
import type { BadRows } from "../records/bad-rows.js";
import { DataError, type DataPlace } from "../records/data-error.js";
import { GrowingColumn } from "../records/growing-column.js";
import { LineNumbers } from "../records/line-numbers.js";
import { OR_SKIP } from "./or-skip.js";
import { RowIds } from "./row-ids.js";
import type { RowColumns, RowSource, RowValues } from "./row-source.js";
import { type Fail, idOf, secondsOf } from "./row-value.js";

/** How feedback is read from rows. */
export interface FeedbackFormat extends TaskOptions {
  /** "ratings" or "interactions", for errors. */
  readonly what: string;
  /** Those of `userId`, `itemId`, `timestamp`, and of what `valueOf` reads. */
  readonly columns: RowColumns;
  /** The columns without which a row cannot be read, beside `userId` and `itemId`. */
  readonly needed: readonly string[];
  /** What needs a timestamp in every row. @default nothing */
  readonly needsTimestamp?: string | undefined;
  readonly ids?: IdType | undefined;
  readonly badRows: BadRows;
  /** The value of a row. `failIn(column)` makes the error for a value of the row. */
  valueOf(values: RowValues, failIn: (column: string) => Fail): number;
}

/** The columns of feedback; pairs of user and item may come twice. */
export interface FeedbackColumns {
  readonly users: IdIndex;
  readonly items: IdIndex;
  readonly userIndices: Int32Array;
  readonly itemIndices: Int32Array;
  readonly values: Float64Array;
  readonly timestamps: Float64Array | undefined;
  /** The place of each row in errors, and as text, such as "on line 3". */
  placeOf(row: number): DataPlace;
  whereIs(row: number): string;
}

/**
 * Reads feedback from rows. A row that cannot be read is a {@link DataError} with file, line,
 * column, value and what to do, which goes to `badRows`. O(rows).
 */
export async function feedbackFromRows(rows: RowSource, format: FeedbackFormat): Promise<FeedbackColumns> {
  const { what, columns, ids, badRows, needsTimestamp, onProgress, signal } = format;
  if (ids !== undefined) oneOf(["text", "number"], { ids });
  const [users, items] = [new RowIds(), new RowIds()];
  const userIndices = new GrowingColumn((length) => new Int32Array(length));
  const itemIndices = new GrowingColumn((length) => new Int32Array(length));
  const values = new GrowingColumn((length) => new Float64Array(length));
  const timestamps = new GrowingColumn((length) => new Float64Array(length));
  const lines = new LineNumbers();

  const addRow = (row: RowValues, line: number) => {
    const failIn =
      (column: string): Fail =>
      (reason, cure) => {
        const given = row[column];
        const value = typeof given === "string" || given === undefined ? given : quoted(flat(given));
        const remedy = cure ? `${cure}, ${OR_SKIP}` : `correct the row, ${OR_SKIP}`;
        return new DataError(
          { ...rows.placeOf(line), column: columns[column] },
          { reason, value, cure: remedy },
        );
      };
    const userId = idOf(row.userId, ids, failIn("userId"));
    const itemId = idOf(row.itemId, ids, failIn("itemId"));
    const seconds = secondsOf(row.timestamp, failIn("timestamp"));
    if (needsTimestamp && Number.isNaN(seconds)) {
      throw failIn("timestamp")(`the row has no timestamp, which ${needsTimestamp} needs`);
    }
    values.push(format.valueOf(row, failIn));
    userIndices.push(users.indexOf(userId));
    itemIndices.push(items.indexOf(itemId));
    timestamps.push(seconds);
    lines.push(line);
  };
  await rows.read(columns, {
    needed: ["userId", "itemId", ...format.needed],
    onProgress,
    signal,
    onBroken: (error) => badRows.add(error),
    onRow: (row, line) => {
      try {
        addRow(row, line);
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        badRows.add(error);
      }
    },
  });
  if (values.length === 0) throw noRows(rows.name, what, badRows);
  const placeOf = (row: number) => rows.placeOf(lines.lineOf(row));
  const hasTimestamps = columns.timestamp !== undefined;
  return {
    users: users.toIndex(ids),
    items: items.toIndex(ids),
    userIndices: userIndices.pack(),
    itemIndices: itemIndices.pack(),
    values: values.pack(),
    timestamps: hasTimestamps ? timestamps.pack() : undefined,
    placeOf,
    whereIs: (row) => {
      const { source, line } = placeOf(row);
      return line === undefined ? `in ${source}` : `on line ${line}`;
    },
  };
}

/** Lists in lists as "…": JSON may have them deeper than a call stack. */
function flat(value: unknown): unknown {
  return Array.isArray(value) ? value.map((each) => (Array.isArray(each) ? "…" : each)) : value;
}

function noRows(source: string, what: string, badRows: BadRows): DataError {
  const skipped = badRows.report();
  const reason = skipped
    ? `no row of ${skipped.count} can be read (${skipped.reasons[0].first})`
    : `there are no ${what} in the file`;
  return new DataError({ source }, { reason, cure: `give a file with ${what}` });
}
