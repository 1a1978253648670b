import type { TaskOptions } from "../../task/report-progress.js";
import type { DataError, DataPlace } from "../records/data-error.js";

/** The columns to read, by what they hold: a column's name, or its position from 0. */
export type RowColumns = Readonly<Record<string, string | number | undefined>>;

/** The values of a row by what they hold, as the file has them; undefined where it has none. */
export type RowValues = Readonly<Record<string, unknown>>;

/** How rows are read. */
export interface RowReading extends TaskOptions {
  /** The columns without which a row cannot be read. */
  readonly needed: readonly string[];
  /** @param line its line from 1, or in Parquet its row from 0 */
  readonly onRow: (values: RowValues, line: number) => void;
  /** Called for a row that cannot be divided into values. */
  readonly onBroken: (error: DataError) => void;
}

/** A file of rows: CSV, JSON lines or Parquet. */
export interface RowSource {
  /** The file's name, for errors. */
  readonly name: string;
  /** The place of a row in errors. */
  placeOf(line: number): DataPlace;
  /**
   * Reads all rows in their order.
   *
   * @throws DataError for a column that does not exist, RangeError for one that cannot
   */
  read(columns: RowColumns, reading: RowReading): Promise<void>;
}
