import { expect, test } from "vitest";
import { sqlName, sqlNumber, sqlPath, sqlText } from "../../src/duckdb/sql-text.js";

test("quotes inside of names and texts are doubled", () => {
  expect(sqlName('a"; DROP TABLE b; --')).toBe('"a""; DROP TABLE b; --"');
  expect(sqlText("it's")).toBe("'it''s'");
});

test("characters of patterns in a path stand for themselves", () => {
  expect(sqlPath("a[1]*'?.csv")).toBe("'a[[]1][*]''[?].csv'");
});

test("a number keeps all of its bits", () => {
  expect(sqlNumber(0.1 + 0.2)).toBe("CAST('0.30000000000000004' AS DOUBLE)");
});
