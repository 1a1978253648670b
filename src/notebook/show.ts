import { currentHost } from "./hosts/current-host.js";
import { formatTable } from "./tables/format-table.js";
import { tableFrom } from "./tables/table.js";
import { tableToHtml } from "./tables/table-to-html.js";
import { tableToText } from "./tables/table-to-text.js";

/** Options of `show`. */
export interface ShowOptions {
  /** The title, in bold above the table. @default none */
  readonly title?: string;
  /** Most rows to show, half from the head and half from the tail; Infinity for all. @default 10 */
  readonly limit?: number;
  /** Decimals of fractional numbers, 0 to 20. @default as many as needed, up to 4 significant */
  readonly decimals?: number;
}

/**
 * Shows a table: rows (a list of objects or of lists), a danfojs DataFrame or Series, a Map, a list
 * of values, or one object as names and values. An HTML table in a notebook, aligned text in plain
 * Node. Text is escaped.
 *
 * @throws TypeError for a value that is not a table; RangeError for a limit below 1 or invalid
 *   decimals.
 * @example
 * show([{ title: "Heat (1995)", votes: 102 }], { title: "Films with votes" });
 */
export function show(table: unknown, { title, limit = 10, decimals }: ShowOptions = {}): void {
  if (limit !== Infinity && !(Number.isInteger(limit) && limit >= 1)) {
    throw new RangeError(`limit is ${limit}; it must be a whole number of rows, at least 1, or Infinity`);
  }
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 20)) {
    throw new RangeError(`decimals is ${decimals}; it must be a whole number from 0 to 20`);
  }
  const formatted = formatTable(tableFrom(table), limit, decimals);
  currentHost().show({ html: tableToHtml(formatted, title), text: tableToText(formatted, title) });
}
