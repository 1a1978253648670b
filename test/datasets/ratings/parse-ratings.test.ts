import { describe, expect, test } from "vitest";
import { parseRatings } from "../../../src/datasets/ratings/parse-ratings.js";
import type { RatingsFormat } from "../../../src/datasets/ratings/ratings-format.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const format: RatingsFormat = {
  separator: ",",
  quotes: true,
  header: true,
  columns: { userId: "userId", itemId: "movieId", rating: "rating", timestamp: "timestamp" },
  scale: { min: 0.5, max: 5 },
};
const header = "userId,movieId,rating,timestamp\n";

const parse = (text: string, options: Partial<RatingsFormat> = {}) =>
  parseRatings(textSource("ratings.csv", text), { ...format, ...options });

describe("parseRatings", () => {
  test("reads what is written, to the last bit", async () => {
    const ratings = await parse(`${header}1,10,3.5,100\n2,10,0.5,200\n1,4194305,5,300\n`);
    expect([...ratings]).toEqual([
      { userId: 1, itemId: 10, rating: 3.5, timestamp: 100 },
      { userId: 2, itemId: 10, rating: 0.5, timestamp: 200 },
      { userId: 1, itemId: 4194305, rating: 5, timestamp: 300 },
    ]);
    expect(ratings.scale).toEqual({ min: 0.5, max: 5 });
    expect(ratings.skipped).toBeUndefined();
  });

  test("takes columns by name in any order, with others between, or by position", async () => {
    const columns = { userId: "user", itemId: "isbn", rating: "stars", timestamp: "when" };
    const text = 'when,stars,note,isbn,user\n1997-12-04,4,"good, really",0195153448,ann\n,5,,2,bob\n';
    const named = await parse(text, { columns });
    expect([...named]).toEqual([
      { userId: "ann", itemId: "0195153448", rating: 4, timestamp: 881193600 },
      { userId: "bob", itemId: "2", rating: 5, timestamp: Number.NaN },
    ]);
    const placed = await parse("4;1;2\n3;1;3\n", {
      separator: ";",
      header: false,
      columns: { rating: 0, userId: 1, itemId: 2 },
    });
    expect([...placed].map(({ rating }) => rating)).toEqual([4, 3]);
    expect(placed.timestamps).toBeUndefined();
  });

  test("ids of a column are all numbers or all texts", async () => {
    const ratings = await parse(`${header}1,10,3,1\n2,011,3,1\n3,-5,3,1\n`);
    expect(ratings.users.ids).toEqual([1, 2, 3]);
    expect(ratings.items.ids).toEqual(["10", "011", "-5"]);
  });

  const faults: [string, string, string][] = [
    [
      "a rating that is no number",
      "1,10,five,1\n",
      'ratings.csv line 3, column "rating": "five" is not a number; correct the row, or pass onBadRow: "skip"',
    ],
    ["NaN", "1,10,NaN,1\n", '"NaN" is not a number'],
    ["Infinity", "1,10,Infinity,1\n", '"Infinity" is not a number'],
    [
      "a rating outside the scale",
      "1,10,5.5,1\n",
      'ratings.csv line 3, column "rating": "5.5" is outside the scale 0.5 to 5; correct the row, pass another scale',
    ],
    ["too few fields", "1,10,4\n", 'ratings.csv line 3: "1,10,4" has 3 fields instead of 4'],
    ["too many fields", "1,10,4,1,9\n", "has 5 fields instead of 4"],
    ["an empty user", ",10,4,1\n", 'ratings.csv line 3, column "userId": "" is not an id'],
    ["an empty item", "1,,4,1\n", 'ratings.csv line 3, column "movieId": "" is not an id'],
    [
      "a timestamp that is neither number nor date",
      "1,10,4,noon\n",
      'column "timestamp": "noon" is neither seconds since 1970 nor a date',
    ],
    [
      "a rating with a decimal comma",
      '1,10,"3,5",1\n',
      'column "rating": "3,5" is not a number; write it with a point, or pass onBadRow: "skip"',
    ],
    ["a rating that is hexadecimal", "1,10,0x3,1\n", '"0x3" is not a number'],
    ["a user of spaces", "  ,10,4,1\n", 'column "userId": "  " is not an id'],
    [
      "an id with a line break, as a quote that is not closed makes them",
      '1,"10,4,1\n2,11",4,1\n',
      'line 3, column "movieId": "10,4,1\\n2,11" contains a line break or an invisible character',
    ],
    ["an id with a NUL", "1,1\u00000,4,1\n", 'column "movieId": "1\\u00000" contains a line break or an inv'],
    [
      "text after a closing quote",
      '1,"10"0,4,1\n',
      'line 3, column "movieId": "10" has text after its closing quote',
    ],
    [
      "a timestamp in milliseconds",
      "1,10,4,964982703000\n",
      'column "timestamp": "964982703000" as seconds since 1970 is not between the years 0 and 9999; divide milliseconds by 1000',
    ],
    ["a day that is none", "1,10,4,2023-02-30\n", '"2023-02-30" is neither seconds since 1970 nor'],
    [
      "a pair that comes twice",
      "9,9,4,1\n",
      'ratings.csv line 3, column "userId, movieId": "9, 9" is a pair of user and item that already has a rating; its other rating is on line 2',
    ],
  ];
  test.each(faults)("names file, line, column, value and cure of %s", async (_, row, message) => {
    await expect(parse(`${header}9,9,3,1\n${row}`)).rejects.toThrow(message);
  });

  test.each(faults)("asked to skip, leaves out and counts %s", async (_, row) => {
    const ratings = await parse(`${header}9,9,3,1\n${row}9,8,2,1\n`, { onBadRow: "skip" });
    expect([...ratings].map(({ itemId, rating }) => [itemId, rating])).toEqual([
      [9, 3],
      [8, 2],
    ]);
    expect(ratings.users.ids).toEqual([9]);
    expect(ratings.skipped?.count).toBe(1);
    expect(ratings.skipped?.reasons[0]?.first).toContain("ratings.csv line 3");
  });

  test("skipped rows are counted by reason", async () => {
    const ratings = await parse(`${header}1,1,x,1\n1,1,y,1\n1,1,4,1\n1,2\n1,1,5,1\n`, { onBadRow: "skip" });
    expect(ratings.skipped?.count).toBe(4);
    expect(ratings.skipped?.reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ["is not a number", 2],
      ["has 2 fields instead of 4", 1],
      ["is a pair of user and item that already has a rating", 1],
    ]);
    expect(ratings.get(1, 1)).toBe(4);
  });

  test("names a column that is not there, and a near one", async () => {
    await expect(parse("userId,movie,rating,timestamp\n1,1,1,1\n")).rejects.toThrow(
      'ratings.csv line 1, column "movieId": there is no such column; its columns are "userId", "movie", "rating", "timestamp"; say which is meant with itemId: "movie"',
    );
    await expect(
      parse("1,2\n", { header: false, columns: { userId: 0, itemId: 1, rating: 2 } }),
    ).rejects.toThrow(
      "ratings.csv line 1, column 2: there is no such column; there is no header, and a row has 2 fields",
    );
  });

  test("names an empty file and one with a header only", async () => {
    await expect(parse("")).rejects.toThrow("ratings.csv: the file is empty");
    await expect(parse(header)).rejects.toThrow("ratings.csv: there are no ratings below the header");
    await expect(parse(`${header}1,1,x,1\n`, { onBadRow: "skip" })).rejects.toThrow(
      "no row of 1 can be read",
    );
  });

  test("lines are right after blank lines and quoted line breaks", async () => {
    const text = `${header}\n"1\n",10,3,1\n\n2,10,bad,1\n`;
    await expect(parse(text)).rejects.toThrow("ratings.csv line 6");
    await expect(parse(`${header}\n5,5,3,1\n\n5,5,3,1\n`)).rejects.toThrow("line 5, column");
  });

  test("spaces around ids, ratings and names of columns are passed over", async () => {
    const ratings = await parse(
      'userId , movieId, rating,timestamp\n 1 , 10,  3.5 , 100 \n"2 ",\t10 ,+4 ,\n',
    );
    expect([...ratings]).toEqual([
      { userId: 1, itemId: 10, rating: 3.5, timestamp: 100 },
      { userId: 2, itemId: 10, rating: 4, timestamp: Number.NaN },
    ]);
  });

  test("an id that is no whole number as one writes it is a text", async () => {
    for (const text of ["017", "1.0", "1e3", "+5", "-0", "9007199254740993", "0x1"]) {
      const ratings = await parse(`${header}1,${text},3,1\n`);
      expect(ratings.items.ids, text).toEqual([text]);
    }
    const numbers = ["0", "-5", "9007199254740991", "4194303", "4194304"];
    const ratings = await parse(header + numbers.map((text) => `1,${text},3,1\n`).join(""));
    expect(ratings.items.ids).toEqual(numbers.map(Number));
  });

  test("a byte order mark may stand before a header in quotes", async () => {
    const ratings = await parse('\uFEFF"userId","movieId","rating","timestamp"\r\n1,10,3,1\r\n');
    expect(ratings.get(1, 10)).toBe(3);
  });

  test("names a column that comes twice, unless its position says which is meant", async () => {
    const text = "userId,movieId,rating,rating\n1,10,3,5\n";
    const { timestamp: _, ...columns } = format.columns;
    await expect(parse(text, { columns })).rejects.toThrow(
      'ratings.csv line 1, column "rating": 2 columns have this name; say which is meant by its position from 0, as rating: 2',
    );
    expect((await parse(text, { columns: { ...columns, rating: 3 } })).get(1, 10)).toBe(5);
  });

  test("names a column in other letters, and a position that is not there", async () => {
    await expect(parse("UserId,movieId,rating,timestamp\n")).rejects.toThrow(
      'column "userId": there is no such column; its columns are "UserId", "movieId", "rating", "timestamp"; say which is meant with userId: "UserId"',
    );
    await expect(parse(header, { columns: { userId: 0, itemId: 1, rating: 9 } })).rejects.toThrow(
      'line 1, column 9: there is no such column; its columns are "userId"',
    );
  });

  test("says that a file may be cut short where its last line breaks off", async () => {
    await expect(parse(`${header}1,10,3,1\n1,11`)).rejects.toThrow(
      'ratings.csv line 3: "1,11" has 2 fields instead of 4; the file ends within this line and may be cut short: correct the row, or pass onBadRow: "skip"',
    );
    await expect(parse(`${header}1,10,`, { columns: { userId: 0, itemId: 1, rating: 2 } })).rejects.toThrow(
      "the file ends within this line and may be cut short",
    );
    await expect(parse(`${header}1,11\n`)).rejects.toThrow("has 2 fields instead of 4; correct the row");
    expect((await parse(`${header}1,10,3,1`)).count).toBe(1);
  });

  test("a timestamp that the end of the file has cut is a bad row", async () => {
    const rows = `${header}1,10,3,964982703\n1,11,3,964981247\n1,12,3,`;
    for (let digits = 1; digits < 9; digits++) {
      const cut = "964982224".slice(0, digits);
      await expect(parse(rows + cut)).rejects.toThrow(
        `ratings.csv line 4, column "timestamp": "${cut}" is far below all other timestamps; the file ends within this line`,
      );
      expect((await parse(rows + cut, { onBadRow: "skip" })).count).toBe(2);
      expect((await parse(`${rows}${cut}\n`)).count).toBe(3);
    }
    expect((await parse(`${rows}964982224`)).count).toBe(3);
  });

  test("what is left out leaves no user, no item and no bound of the scale behind", async () => {
    const bytes = new TextEncoder().encode(`${header}7,1?,3,1\n1,10,3,1\n1,10,5,1\n2,?1,3,1\n`);
    const source = {
      name: "ratings.csv",
      async *chunks() {
        yield bytes.map((byte) => (byte === 63 ? 0xe9 : byte));
      },
    };
    const ratings = await parseRatings(source, { ...format, scale: undefined, onBadRow: "skip" });
    expect([...ratings]).toEqual([{ userId: 1, itemId: 10, rating: 3, timestamp: 1 }]);
    expect([ratings.users.ids, ratings.items.ids]).toEqual([[1], [10]]);
    expect(ratings.scale).toEqual({ min: 3, max: 3 });
    expect(ratings.concat([{ userId: 1, itemId: 11, rating: 9 }]).scale).toEqual({ min: 3, max: 9 });
    expect(ratings.skipped?.reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ["is not UTF-8", 2],
      ["is a pair of user and item that already has a rating", 1],
    ]);
  });

  test("the header is never skipped, nor a quote that swallows the rest", async () => {
    const skip = { onBadRow: "skip" } as const;
    await expect(parse(`"userId"x,movieId\n${header}1,10,3,1\n`, skip)).rejects.toThrow(
      "has text after its closing",
    );
    await expect(parse(`${header}1,10,3,1\n2,"10,3,1\n3,10,3,1\n`, skip)).rejects.toThrow(
      "ratings.csv line 3: a record has no end; look for a quote that is not closed",
    );
  });

  test("where the format says how many fields there are, the first row can be the bad one", async () => {
    const positions = { userId: 0, itemId: 1, rating: 2, timestamp: 3 };
    const plain = { header: false, columns: positions, fieldCount: 4 } as const;
    for (const first of ["1,10,3", "1,10,3,1,9"]) {
      const ratings = await parse(`${first}\n2,10,4,1\n`, { ...plain, onBadRow: "skip" });
      expect([ratings.count, ratings.skipped?.count]).toEqual([1, 1]);
    }
  });

  test("a policy that is none is refused", async () => {
    await expect(parse(header, { onBadRow: "ignore" as never })).rejects.toThrow(
      'onBadRow: "ignore" is none of',
    );
  });

  test("reports its progress in bytes and can be stopped", async () => {
    const text = `${header}1,10,3.5,100\n`;
    const heard: number[] = [];
    const source = textSource("ratings.csv", text);
    await parseRatings(source, format, { onProgress: ({ done, total }) => heard.push(done / total) });
    expect(heard).toEqual([1]);
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(parseRatings(source, format, { signal })).rejects.toThrow("stopped");
  });
});
