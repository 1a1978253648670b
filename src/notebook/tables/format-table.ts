import { countText } from "../../text/count-text.js";
import { formatColumn } from "./format-column.js";
import type { Table } from "./table.js";

const columnLimit = 20;
/** Marks the omitted positions in a list of positions. */
const gap = -1;

/** A shortened table as texts. */
export interface FormattedTable {
  readonly columns: readonly FormattedColumn[];
  /** The number of rows and columns if some are omitted or there are none; otherwise empty. */
  readonly shape: string;
}

export interface FormattedColumn {
  readonly name: string;
  readonly align: "left" | "right";
  readonly cells: readonly string[];
}

/**
 * Formats the head and the tail of a table, `limit` rows in all, with a row of "…" between them; of
 * more than 20 columns the first and the last ten. Columns of numbers align to the right.
 */
export function formatTable(table: Table, limit: number, decimals?: number): FormattedTable {
  const rows = headAndTail(table.rowCount, limit);
  const columns = headAndTail(table.columns.length, columnLimit);
  const complete = table.rowCount > 0 && !rows.includes(gap) && !columns.includes(gap);
  return {
    columns: columns.map((column) =>
      column === gap ? gapColumn(rows.length) : formatted(table, column, rows, decimals),
    ),
    shape: complete
      ? ""
      : `${countText(table.rowCount, "row")} × ${countText(table.columns.length, "column")}`,
  };
}

function headAndTail(length: number, limit: number): number[] {
  if (length <= limit) return Array.from({ length }, (_, position) => position);
  const head = Math.ceil(limit / 2);
  const tail = limit - head;
  return [
    ...Array.from({ length: head }, (_, position) => position),
    gap,
    ...Array.from({ length: tail }, (_, position) => length - tail + position),
  ];
}

function gapColumn(rowCount: number): FormattedColumn {
  return { name: "…", align: "left", cells: Array(rowCount).fill("…") };
}

function formatted(table: Table, column: number, rows: number[], decimals?: number): FormattedColumn {
  const name = table.columns[column];
  const shown = rows.filter((row) => row !== gap);
  const values = shown.map((row) => table.cell(row, column));
  const texts =
    table.pairs && column === 1
      ? shown.flatMap((row, position) =>
          formatColumn(String(table.cell(row, 0)), [values[position]], decimals),
        )
      : formatColumn(name, values, decimals);
  const gapAt = rows.indexOf(gap);
  const present = values.filter((value) => value !== null && value !== undefined);
  const numeric = present.length > 0 && present.every((value) => typeof value === "number");
  return {
    name,
    align: numeric ? "right" : "left",
    cells: gapAt < 0 ? texts : [...texts.slice(0, gapAt), "…", ...texts.slice(gapAt)],
  };
}
