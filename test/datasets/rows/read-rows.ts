import type { RowColumns, RowSource, RowValues } from "../../../src/datasets/rows/row-source.js";

/** All rows of a source with their places in errors, and the messages of the broken ones. */
export async function readRows(
  source: RowSource,
  columns: RowColumns,
  needed: readonly string[] = ["userId", "itemId"],
): Promise<{ rows: RowValues[]; places: string[]; broken: string[] }> {
  const rows: RowValues[] = [];
  const places: string[] = [];
  const broken: string[] = [];
  await source.read(columns, {
    needed,
    onRow(values, line) {
      rows.push(values);
      places.push(Object.values(source.placeOf(line)).join(":"));
    },
    onBroken: (error) => broken.push(error.message),
  });
  return { rows, places, broken };
}

/** A source of rows in memory, with row numbers from 1 as lines. */
export function rowsInMemory(all: readonly RowValues[], name = "a.csv"): RowSource {
  return {
    name,
    placeOf: (line) => ({ source: name, line }),
    async read(_, { onRow }) {
      for (const [place, row] of all.entries()) onRow(row, place + 1);
    },
  };
}
