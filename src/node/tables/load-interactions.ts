import {
  type InteractionRowsOptions,
  interactionsFromRows,
} from "../../datasets/rows/interactions-from-rows.js";
import type { Interactions } from "../../ratings/interactions.js";
import { warnOfSkippedRows } from "../warn-of-skipped-rows.js";
import { type FileRowsOptions, fileRows } from "./file-rows.js";

/** Options of {@link loadInteractions}: the columns, the format, and what rows count. */
export interface LoadInteractionsOptions extends InteractionRowsOptions, FileRowsOptions {}

/**
 * Loads views, plays or purchases from CSV, TSV, JSON lines or Parquet. Repeats are summed, events
 * weighted by `values`, and old ones by `halfLife`, as `Interactions.from` does. O(rows).
 *
 * @throws DataError with file, line, column, value and what to do; Error without the package
 *   hyparquet, for Parquet
 * @example
 * const interactions = await loadInteractions("shop.jsonl", {
 *   userId: "customer",
 *   itemId: "isbn",
 *   event: "action",
 *   values: { view: 1, buy: 5 },
 *   timestamp: "when",
 *   halfLife: 90,
 * });
 * interactions.get("ann", "0-306"); // 6
 */
export async function loadInteractions(
  path: string,
  options: LoadInteractionsOptions = {},
): Promise<Interactions> {
  const rows = await fileRows(path, options);
  const interactions = await interactionsFromRows(rows, options);
  warnOfSkippedRows(rows.name, interactions);
  return interactions;
}
