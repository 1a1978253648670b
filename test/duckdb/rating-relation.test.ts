import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ratingRelation, textIdColumns } from "../../src/duckdb/rating-relation.js";
import { scratchFolder } from "./with-duckdb.js";

describe("a source", () => {
  test.each([
    ["a query", "SELECT * FROM 'ratings.csv';", "(SELECT * FROM 'ratings.csv')"],
    [
      "a query on lines",
      "\nwith a as (select 1)\nselect * from a",
      "(\nwith a as (select 1)\nselect * from a)",
    ],
    ["a table", "my ratings", '"my ratings"'],
    ["a table with a quote", 'a"b', '"a""b"'],
    ["a pattern", "nowhere/part-*.parquet", "read_parquet('nowhere/part-*.parquet')"],
  ])("is %s", (_, source, sql) => {
    expect(ratingRelation(source).sql).toBe(sql);
  });

  test("is a file of that name, whatever its characters", () => {
    const folder = scratchFolder();
    const hostile = join(folder, "select 1 from [a]'; DROP TABLE x; --.csv");
    writeFileSync(hostile, "");
    expect(ratingRelation(hostile)).toEqual({
      name: hostile,
      sql: `read_csv('${folder}/select 1 from [[]a]''; DROP TABLE x; --.csv')`,
    });
    expect(ratingRelation(hostile, ["isbn"]).sql).toMatch(/, types = \{'isbn': 'VARCHAR'\}\)$/);
  });

  test("that is missing, a folder, or of no known kind is one sentence", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "a.csv"));
    writeFileSync(join(folder, "ratings"), "");
    expect(() => ratingRelation("from the shelf.csv")).toThrow(
      "from the shelf.csv: there is no such file; check its name and folder",
    );
    expect(() => ratingRelation(join(folder, "a.csv"))).toThrow("this is a folder; give a file in it");
    expect(() => ratingRelation(join(folder, "ratings"))).toThrow(
      "its name does not say what it holds; rename it to end in .parquet, .csv or .json",
    );
  });
});

test("ids that are to be texts are read as texts", () => {
  expect(textIdColumns("text", { userId: "who" })).toEqual(["who", "itemId"]);
  expect(textIdColumns(undefined, {})).toEqual([]);
});
