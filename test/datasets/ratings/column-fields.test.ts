import { describe, expect, test } from "vitest";
import { checkedColumns, findColumnFields } from "../../../src/datasets/ratings/column-fields.js";
import type { RatingColumnNames, RatingsFormat } from "../../../src/datasets/ratings/ratings-format.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const named = { userId: "user", itemId: "item", rating: "stars", timestamp: "when" };
const placed = { userId: 0, itemId: 1, rating: 2 };

function formatOf(columns: RatingColumnNames, header: boolean): RatingsFormat {
  return { separator: ",", quotes: true, header, columns };
}

/** The fields that the first record gives, and the names that errors have then. */
async function fieldsOf(line: string, columns: RatingColumnNames, header = true) {
  const format = formatOf(columns, header);
  const reader = new RecordReader(textSource("r.csv", `${line}\n`), format);
  const found: unknown[] = [];
  await reader.read(() => found.push(findColumnFields(reader, "r.csv", format)));
  return { fields: found[0], columnNames: reader.columnNames };
}

describe("findColumnFields", () => {
  test("finds columns by their trimmed names, in any order, with others between", async () => {
    expect(await fieldsOf("when, stars ,note,item,user", named)).toEqual({
      fields: { userId: 4, itemId: 3, rating: 1, timestamp: 0 },
      columnNames: ["when", "stars", "note", "item", "user"],
    });
  });

  test("takes positions with and without a header; without a timestamp its position is −1", async () => {
    const fields = { ...placed, timestamp: -1 };
    expect(await fieldsOf("a,b,c", placed)).toEqual({ fields, columnNames: ["a", "b", "c"] });
    expect(await fieldsOf("1,2,3", placed, false)).toEqual({ fields, columnNames: [] });
    expect((await fieldsOf("1,2,3", { ...placed, timestamp: undefined }, false)).fields).toEqual(fields);
  });

  test("names a column that does not exist, with the setting and a similar name", async () => {
    await expect(fieldsOf("user,items,stars,when", named)).rejects.toThrow(
      'r.csv line 1, column "item": there is no such column; its columns are "user", "items", "stars", "when"; ' +
        'say which is meant with itemId: "items"',
    );
    await expect(fieldsOf("1,2", placed, false)).rejects.toThrow(
      "r.csv line 1, column 2: there is no such column; there is no header, and a row has 2 fields",
    );
  });

  test("does not suggest a column that is taken", async () => {
    const columns = { userId: "user", itemId: "item", rating: "rating" };
    await expect(fieldsOf("user,item", columns)).rejects.toThrow(
      'r.csv line 1, column "rating": there is no such column; its columns are "user", "item"; ' +
        "add it, or read a log without ratings by loadInteractions",
    );
    await expect(fieldsOf("user,item,n", columns)).rejects.toThrow('say which is meant with rating: "n"');
    await expect(fieldsOf("user,rating", columns)).rejects.toThrow(
      'its columns are "user", "rating"; add it',
    );
  });

  test("refuses a name that two columns have, and a column that is to be two", async () => {
    await expect(fieldsOf("user,item,stars,user,when", named)).rejects.toThrow(
      'r.csv line 1, column "user": 2 columns have this name; ' +
        "say which is meant by its position from 0, as userId: 0",
    );
    await expect(fieldsOf("user,item,stars", { ...placed, itemId: "user" })).rejects.toThrow(
      'itemId: "user" is already the column of userId; give each its own',
    );
  });
});

describe("checkedColumns", () => {
  test("gives back names and positions", () => {
    expect(checkedColumns(formatOf(named, true))).toBe(named);
    expect(checkedColumns(formatOf(placed, false))).toBe(placed);
  });

  test.each([-1, 1.5, Number.NaN, null])("refuses %s as a column", (rating) => {
    expect(() => checkedColumns(formatOf({ ...placed, rating: rating as number }, true))).toThrow(
      new RangeError(`rating: ${rating} is neither a column's name nor its position from 0`),
    );
  });

  test("refuses a header that is no boolean", () => {
    expect(() => checkedColumns(formatOf(placed, "yes" as never))).toThrow(
      "header: yes is neither true nor false",
    );
  });
});
