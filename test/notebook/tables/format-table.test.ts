import { describe, expect, test } from "vitest";
import { formatTable } from "../../../src/notebook/tables/format-table.js";

/** A table whose cells say where they are: row 3, column 1 is 31. */
const numbered = (rowCount: number, columnCount: number) => ({
  columns: Array.from({ length: columnCount }, (_, column) => `c${column}`),
  rowCount,
  cell: (row: number, column: number) => 10 * row + column,
});

describe("formatTable", () => {
  test("shows a table whole where it fits, without its shape", () => {
    const { columns, shape } = formatTable(numbered(3, 2), 3);
    expect(columns).toEqual([
      { name: "c0", align: "right", cells: ["0", "10", "20"] },
      { name: "c1", align: "right", cells: ["1", "11", "21"] },
    ]);
    expect(shape).toBe("");
  });

  test("keeps head and tail of more rows, the head one longer where the limit is odd", () => {
    const { columns, shape } = formatTable(numbered(9, 1), 3);
    expect(columns[0]?.cells).toEqual(["0", "10", "…", "80"]);
    expect(shape).toBe("9 rows × 1 column");
  });

  test("keeps the first and the last ten of more than 20 columns", () => {
    expect(formatTable(numbered(1, 20), 5).columns).toHaveLength(20);
    const { columns, shape } = formatTable(numbered(1, 21), 5);
    expect([columns.length, columns[9]?.name, columns[11]?.name]).toEqual([21, "c9", "c11"]);
    expect(columns[10]).toEqual({ name: "…", align: "left", cells: ["…"] });
    expect(shape).toBe("1 row × 21 columns");
  });

  test("aligns to the right only columns of numbers, empty cells aside", () => {
    const rows = [
      [1, null, "a", null],
      [null, undefined, 2, Number.NaN],
    ];
    const columns = ["n", "none", "mixed", "nan"];
    const table = { columns, rowCount: 2, cell: (row: number, column: number) => rows[row]![column] };
    expect(formatTable(table, 9).columns.map(({ align }) => align)).toEqual([
      "right",
      "left",
      "left",
      "right",
    ]);
  });

  test("says the shape of a table without rows, and formats each of a list of pairs by its own name", () => {
    expect(formatTable(numbered(0, 2), 5).shape).toBe("0 rows × 2 columns");
    const pairs = [
      ["year", 12345],
      ["mean", 3.25],
    ];
    const cell = (row: number, column: number) => pairs[row]![column];
    const table = { columns: ["name", "value"], rowCount: 2, pairs: true, cell };
    expect(formatTable(table, 5).columns[1]?.cells).toEqual(["12345", "3.25"]);
  });
});
