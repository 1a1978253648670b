import { expect, test } from "vitest";
import { tableToText } from "../../../src/notebook/tables/table-to-text.js";

test("tableToText aligns columns by their longest text and leaves no blanks at the end", () => {
  const columns = [
    { name: "title", align: "left", cells: ["Heat", "Up"] },
    { name: "n", align: "right", cells: ["5", "120"] },
    { name: "note", align: "left", cells: ["", "x"] },
  ] as const;
  expect(tableToText({ columns, shape: "2 rows" }, "Movies")).toBe(
    ["Movies", "title    n  note", "─────  ───  ────", "Heat     5", "Up     120  x", "2 rows"].join("\n"),
  );
});

test("tableToText counts characters: one of two UTF-16 units is as wide as a letter", () => {
  const columns = [
    { name: "😀", align: "right", cells: ["ab"] },
    { name: "n", align: "left", cells: ["1"] },
  ] as const;
  expect(tableToText({ columns, shape: "" })).toBe([" 😀  n", "──  ─", "ab  1"].join("\n"));
});

test("tableToText of no columns is the shape", () => {
  expect(tableToText({ columns: [], shape: "0 rows × 0 columns" })).toBe("0 rows × 0 columns");
});
