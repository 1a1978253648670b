import { describe, expect, test } from "vitest";
import { RatingTable } from "../../../src/datasets/ratings/rating-table.js";
import type { RatingsFormat } from "../../../src/datasets/ratings/ratings-format.js";
import { DataError } from "../../../src/datasets/records/data-error.js";
import { RecordReader } from "../../../src/datasets/records/record-reader.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const format: RatingsFormat = {
  separator: ",",
  quotes: true,
  header: true,
  columns: { userId: "user", itemId: "item", rating: "rating", timestamp: "time" },
};

/** A table and its reader, after it has read a text with or without its parser of plain rows. */
async function tableOf(
  text: string,
  { plain = true, ...options }: Partial<RatingsFormat> & { plain?: boolean } = {},
) {
  const all = { ...format, ...options };
  const reader = new RecordReader(textSource("r.csv", text), all);
  const table = new RatingTable("r.csv", reader, all);
  let records = 0;
  await reader.read(
    () => {
      records++;
      table.readRecord();
    },
    plain ? { readPlainRows: (bytes, start) => table.readPlainRows(bytes, start) } : {},
  );
  return { table, records };
}

const text = 'user,item,rating,time\n1,10,4,100\n2,10,3.5,200\n"1",20,0.5,\n3,30,5,300\n1,30,2,400\n';

const header = "user,item,rating,time\n";
/** Plain rows: more than one block of them, so that those parsed singly at its end are few. */
const plainRows = Array.from(
  { length: 5000 },
  (_, k) => `${1 + (k % 7)},${100 + k},${(1 + (k % 10)) / 2},${1000 + k}\n`,
).join("");

describe("RatingTable", () => {
  test("gives the ratings in their order, ids by first appearance", async () => {
    const ratings = (await tableOf(text)).table.toRatings();
    expect([...ratings]).toEqual([
      { userId: 1, itemId: 10, rating: 4, timestamp: 100 },
      { userId: 2, itemId: 10, rating: 3.5, timestamp: 200 },
      { userId: 1, itemId: 20, rating: 0.5, timestamp: Number.NaN },
      { userId: 3, itemId: 30, rating: 5, timestamp: 300 },
      { userId: 1, itemId: 30, rating: 2, timestamp: 400 },
    ]);
    expect([ratings.users.ids, ratings.items.ids]).toEqual([
      [1, 2, 3],
      [10, 20, 30],
    ]);
    expect(ratings.scale).toEqual({ min: 0.5, max: 5 });
  });

  test("parses plain rows as it does single records, of which there are few then", async () => {
    const whole = `${header}${plainRows}"9",10,4,\n${plainRows.replaceAll("\n", "9\n").replaceAll(",", ",9")}`;
    const [fast, slow] = [await tableOf(whole), await tableOf(whole, { plain: false })];
    expect(slow.records).toBe(1 + 5000 + 1 + 5000);
    expect(fast.records).toBeLessThan(20);
    expect([...fast.table.toRatings()]).toEqual([...slow.table.toRatings()]);
  });

  test("has no plain rows where columns are in another order, or others follow", async () => {
    const turned = await tableOf(`item,user,rating,time\n${plainRows}`);
    expect(turned.records).toBe(5001);
    expect([...turned.table.toRatings()][0]).toMatchObject({ userId: 100, itemId: 1 });
    const longer = plainRows.replaceAll("\n", ",5\n");
    expect((await tableOf(`user,item,rating,time,note\n${longer}`)).records).toBe(5001);
  });

  test("names lines after plain rows, and both lines of a pair that comes twice", async () => {
    await expect(tableOf(`${header}${plainRows}1,11,x,100\n`)).rejects.toThrow(
      'r.csv line 5002, column "rating": "x" is not a number',
    );
    const { table } = await tableOf(`${header}${plainRows}7,4600,5,300\n`);
    expect(() => table.toRatings()).toThrow(
      'r.csv line 5002, column "user, item": "7, 4600" is a pair of user and item that already has a rating; ' +
        "its other rating is on line 4502",
    );
  });

  test("asked to skip, leaves out bad rows, unknown items and repeated pairs, and counts them", async () => {
    const items = { file: "movies.csv", ids: new Set([10, 20]) };
    const rows = "1,10,4,100\n9,99,4,100\n1,10,5,200\n2,20,-1,300\n";
    const options = { onBadRow: "skip", items, scale: { min: 0.5, max: 5 } } as const;
    const ratings = (await tableOf(`user,item,rating,time\n${rows}`, options)).table.toRatings();
    expect([...ratings]).toEqual([{ userId: 1, itemId: 10, rating: 4, timestamp: 100 }]);
    expect(ratings.users.ids).toEqual([1]);
    expect(ratings.skipped?.count).toBe(3);
    expect(ratings.skipped?.reasons.map(({ first }) => first)).toEqual([
      expect.stringMatching(/^r\.csv line 3.*99.*movies\.csv/),
      expect.stringMatching(/^r\.csv line 5.*-1.*outside the scale/),
      expect.stringMatching(/^r\.csv line 4.*already has a rating/),
    ]);
  });

  test("skips a broken record, but not a broken header", async () => {
    const broken = new DataError({ source: "r.csv", line: 1 }, { reason: "is broken", cure: "mend it" });
    const reader = new RecordReader(textSource("r.csv", ""), format);
    const table = new RatingTable("r.csv", reader, { ...format, onBadRow: "skip" });
    expect(() => table.skipRecord(broken)).toThrow(broken);
    const { table: started } = await tableOf(text, { onBadRow: "skip" });
    started.skipRecord(broken);
    expect(started.toRatings().skipped?.count).toBe(1);
  });

  test("refuses a text without ratings", async () => {
    await expect(tableOf("").then(({ table }) => table.toRatings())).rejects.toThrow(
      "r.csv: the file is empty; give a file with ratings",
    );
    await expect(tableOf("user,item,rating,time\n").then(({ table }) => table.toRatings())).rejects.toThrow(
      "r.csv: there are no ratings below the header; give a file with ratings",
    );
  });

  test("refuses settings that make no sense before it reads", () => {
    const reader = new RecordReader(textSource("r.csv", ""), format);
    const tableWith = (options: Partial<RatingsFormat>) => () =>
      new RatingTable("r.csv", reader, { ...format, ...options });
    expect(tableWith({ columns: { ...format.columns, rating: -1 } })).toThrow("rating: -1 is neither");
    expect(tableWith({ scale: { min: 5, max: 1 } })).toThrow(
      "scale: { min: 5, max: 1 } are not two numbers in order",
    );
    expect(tableWith({ onBadRow: "drop" as never })).toThrow(RangeError);
  });
});
