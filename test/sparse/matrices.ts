import fc from "fast-check";
import { CsrMatrix } from "../../src/sparse/csr-matrix.js";

/** Rows as arrays of numbers, of which 0 means no entry. */
export type Table = readonly (readonly number[])[];

/** The matrix of a table, columns ascending within each row. */
export function sparse(table: Table, columnCount = table[0]?.length ?? 0): CsrMatrix {
  const entries = table.flatMap((line, row) =>
    line.flatMap((value, column) => (value === 0 ? [] : [{ row, column, value }])),
  );
  return CsrMatrix.fromTriplets({
    rowCount: table.length,
    columnCount,
    rows: Int32Array.from(entries, ({ row }) => row),
    columns: Int32Array.from(entries, ({ column }) => column),
    values: Float64Array.from(entries, ({ value }) => value),
  });
}

/** The table of a matrix. */
export function tableOf({ starts, indices, values, rowCount, columnCount }: CsrMatrix): number[][] {
  const table = Array.from({ length: rowCount }, () => Array<number>(columnCount).fill(0));
  for (const [row, line] of table.entries())
    for (let k = starts[row]!; k < starts[row + 1]!; k++) line[indices[k]!] = values[k]!;
  return table;
}

/** Tables of some rows and columns, with about half of the cells empty. */
export const tables: fc.Arbitrary<number[][]> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rowCount, columnCount]) => {
    const cell = fc.constantFrom(0, 0, 0, 1, 2.5, -3);
    const line = fc.array(cell, { minLength: columnCount, maxLength: columnCount });
    return fc.array(line, { minLength: rowCount, maxLength: rowCount });
  });
