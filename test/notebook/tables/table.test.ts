import { describe, expect, test } from "vitest";
import { type Table, tableFrom } from "../../../src/notebook/tables/table.js";

/** The columns of a table, and all its cells row by row. */
function contentOf({ columns, rowCount, cell }: Table): [columns: readonly string[], rows: unknown[][]] {
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map((_, column) => cell(row, column)));
  return [columns, rows];
}
const content = (value: unknown) => contentOf(tableFrom(value));

describe("tableFrom", () => {
  test("takes objects as rows; their columns are all names, by first appearance", () => {
    expect(content([{ b: 1 }, { a: 2, b: 3 }])).toEqual([
      ["b", "a"],
      [
        [1, undefined],
        [3, 2],
      ],
    ]);
  });

  test("takes lists and typed arrays as rows, as wide as the longest", () => {
    expect(content([[1], Float64Array.of(2, 3)])).toEqual([
      ["0", "1"],
      [
        [1, undefined],
        [2, 3],
      ],
    ]);
  });

  test("takes single values, from any iterable, and rows of different kinds as values", () => {
    expect(content(new Set(["x", 5]))).toEqual([["value"], [["x"], [5]]]);
    expect(content([{ a: 1 }, [2]])).toEqual([["value"], [[{ a: 1 }], [[2]]]]);
    expect(content([])).toEqual([["value"], []]);
  });

  test("takes a Map of values or of rows, and an object as pairs", () => {
    expect(content(new Map([["x", 1]]))).toEqual([["name", "value"], [["x", 1]]]);
    expect(content(new Map([["x", { n: 1 }]]))).toEqual([["name", "n"], [["x", 1]]]);
    expect(content({ a: 1, b: "c" })[1]).toEqual([
      ["a", 1],
      ["b", "c"],
    ]);
    expect([tableFrom({ a: 1 }).pairs, tableFrom([{ a: 1 }]).pairs]).toEqual([true, undefined]);
  });

  test("takes a data frame or series; its index stands first unless it only counts", () => {
    const frame = { columns: ["n"], index: [0, 1], values: [[5], [6]], shape: [2, 1] };
    expect(content(frame)).toEqual([["n"], [[5], [6]]]);
    expect(content({ ...frame, index: [1, 0] })).toEqual([
      ["", "n"],
      [
        [1, 5],
        [0, 6],
      ],
    ]);
    const series = { columns: ["n"], index: ["min"], values: [5], shape: [1] };
    expect(content(series)).toEqual([["", "n"], [["min", 5]]]);
  });

  test.each([["text"], [7], [null], [undefined], [new Error("x")]])("refuses %s", (value) => {
    expect(() => tableFrom(value)).toThrow(TypeError);
  });
});
