import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAt } from "../../src/sparse/value-at.js";
import { sparse, tables } from "./matrices.js";

test("the value at each row and column is that of the table, NaN where it has none", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const matrix = sparse(table);
      for (const [row, line] of table.entries())
        for (const [column, value] of line.entries())
          expect(valueAt(matrix, row, column)).toBe(value === 0 ? Number.NaN : value);
    }),
  );
});
