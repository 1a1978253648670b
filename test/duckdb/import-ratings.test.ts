import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DuckdbRatingsOptions } from "../../src/duckdb/duckdb-ratings.js";
import { importRatings } from "../../src/duckdb/import-ratings.js";
import { describeWithDuckdb, opened, openedSession, scratchFolder } from "./with-duckdb.js";

/** A CSV file with a header and these lines. */
function csv(lines: string, name = "ratings.csv"): string {
  const file = join(scratchFolder(), name);
  writeFileSync(file, lines);
  return file;
}

const ROWS = "userId,itemId,rating,timestamp\n2,b,4,100\n1,a,3.5,\n";

describeWithDuckdb("ratings from a source", () => {
  test("keep the order of its rows, numbers and texts as ids, and unknown times", async () => {
    const ratings = await (await opened(csv(ROWS))).toRatings();
    expect([...ratings]).toEqual([
      { userId: 2, itemId: "b", rating: 4, timestamp: 100 },
      { userId: 1, itemId: "a", rating: 3.5, timestamp: Number.NaN },
    ]);
  });

  test("come from a file with a hostile name and hostile columns", async () => {
    const file = csv('"u"""";--",[i]\',"*"\n1,2,3\n', "x'; DROP TABLE reelbook_0; --[a]*.csv");
    const columns = { userId: 'u"";--', itemId: "[i]'", rating: "*" };
    const ratings = await (await opened(file, { columns })).toRatings();
    expect([...ratings]).toEqual([{ userId: 1, itemId: 2, rating: 3 }]);
  });

  test("come from a query, with dates as times", async () => {
    const query =
      "SELECT 1 AS userId, 2 AS itemId, 3 AS rating, TIMESTAMP '1970-01-02 00:00:01.5' AS timestamp";
    expect((await (await opened(query)).toRatings()).at(0).timestamp).toBe(86_401.5);
  });

  test("have texts as ids, as they are written, or numbers", async () => {
    const file = csv("userId,itemId,rating\n7,1e3,4\n");
    const idsAs = async (ids?: "text" | "number") => (await (await opened(file, { ids })).toRatings()).at(0);
    expect(await idsAs()).toMatchObject({ userId: 7, itemId: 1000 });
    expect(await idsAs("text")).toMatchObject({ userId: "7", itemId: "1e3" });
    const texts = "SELECT '12' AS userId, '5' AS itemId, 1 AS rating";
    expect((await (await opened(texts, { ids: "number" })).toRatings()).at(0)).toMatchObject({ userId: 12 });
  });

  const one = (columns: string) => `SELECT ${columns}`;
  test.each<[string, string, DuckdbRatingsOptions, RegExp | string]>([
    [
      "another column's name",
      one("1 AS userId, 2 AS film, 3 AS rating"),
      {},
      'there is no column "itemId", only userId, film, rating; pass columns: { itemId: its name }',
    ],
    [
      "a repeated pair",
      `${one("1 AS userId, 2 AS itemId, 3 AS rating")} UNION ALL SELECT 1, 3, 4 UNION ALL SELECT 1, 2, 5`,
      {},
      "row 2, from 0: user 1 and item 2 have a rating already, in row 0; keep one of the two",
    ],
    [
      "NaN",
      one("1 AS userId, 2 AS itemId, 'nan'::DOUBLE AS rating"),
      {},
      "row 0, from 0: the rating is missing or not a number; correct the row, or leave it out",
    ],
    [
      "an infinite rating",
      one("1 AS userId, 2 AS itemId, 'inf'::DOUBLE AS rating"),
      {},
      "the rating is Infinity, not a finite number",
    ],
    [
      "a rating that is a text",
      one("1 AS userId, 2 AS itemId, 'five' AS rating"),
      {},
      "the rating is missing or not a number",
    ],
    [
      "a rating of another type",
      one("1 AS userId, 2 AS itemId, [1] AS rating"),
      {},
      'column "rating": its type is INTEGER[], and ratings are numbers; convert it in a query',
    ],
    [
      "no user",
      one("NULL::INTEGER AS userId, 2 AS itemId, 3 AS rating"),
      {},
      "row 0, from 0: the userId is missing",
    ],
    [
      "an id beyond 2⁵³",
      one("1 AS userId, 9007199254740993 AS itemId, 3 AS rating"),
      {},
      'the itemId is missing, not a number, or beyond the whole numbers that JavaScript has (2⁵³); correct the row, or pass ids: "text"',
    ],
    [
      "an id that is no number",
      one("'x' AS userId, '2' AS itemId, 3 AS rating"),
      { ids: "number" },
      "the userId is missing, not a number",
    ],
    [
      "milliseconds",
      one("1 AS userId, 2 AS itemId, 3 AS rating, 1700000000000 AS timestamp"),
      {},
      "timestamp 1700000000000 is not in seconds since 1970; divide milliseconds by 1000",
    ],
    [
      "SQL that is wrong",
      "SELECT * FROM nowhere",
      {},
      /^SELECT \* FROM nowhere: DuckDB cannot read it: Catalog Error.*nowhere.*; correct the file, the name or the query$/,
    ],
    [
      "a table that is missing",
      "nowhere",
      {},
      /^nowhere: DuckDB cannot read it: .*; correct the file, the name or the query$/,
    ],
    [
      "a missing file",
      "missing.parquet",
      {},
      "missing.parquet: there is no such file; check its name and folder",
    ],
    [
      "a missing database",
      "ratings",
      { database: "missing.duckdb" },
      "missing.duckdb: there is no such file",
    ],
  ])("refuse %s in one sentence", async (_, source, options, message) => {
    await expect(opened(source, options)).rejects.toThrow(message);
  });

  test("refuse a file that is no Parquet", async () => {
    const file = csv(ROWS, "ratings.parquet");
    await expect(opened(file)).rejects.toThrow(
      /ratings\.parquet: DuckDB cannot read it: .*; correct the file/,
    );
  });

  test("are in a table with their columns", async () => {
    const session = await openedSession();
    const relation = { name: "query", sql: "(SELECT 1 AS userId, 2 AS itemId, 3 AS rating)" };
    const table = await importRatings(session, relation);
    expect(await session.numbers(`SELECT "userId", "itemId", rating, timestamp FROM ${table}`)).toEqual([
      ...[1, 2, 3, Number.NaN],
    ]);
  });
});
