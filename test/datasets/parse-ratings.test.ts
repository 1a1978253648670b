import { describe, expect, test } from "vitest";
import { parseRatings } from "../../src/datasets/parse-ratings.js";
import type { RatingsFormat } from "../../src/datasets/ratings-format.js";
import { textSource } from "../../src/datasets/text-source.js";

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
      'ratings.csv line 3, column "rating": "five" is not a number; mend the row, or pass onBadRow: "skip"',
    ],
    ["NaN", "1,10,NaN,1\n", '"NaN" is not a number'],
    ["Infinity", "1,10,Infinity,1\n", '"Infinity" is not a number'],
    [
      "a rating outside the scale",
      "1,10,5.5,1\n",
      'ratings.csv line 3, column "rating": "5.5" is outside the scale 0.5 to 5; mend the row, pass another scale',
    ],
    ["too few fields", "1,10,4\n", 'ratings.csv line 3: "1,10,4" has too few fields (4 expected)'],
    ["too many fields", "1,10,4,1,9\n", "has too many fields (4 expected)"],
    ["an empty user", ",10,4,1\n", 'ratings.csv line 3, column "userId": "" is no id'],
    ["an empty item", "1,,4,1\n", 'ratings.csv line 3, column "movieId": "" is no id'],
    [
      "a timestamp that is neither number nor date",
      "1,10,4,noon\n",
      'column "timestamp": "noon" is neither seconds since 1970 nor a date',
    ],
    [
      "a pair that comes twice",
      "9,9,4,1\n",
      'ratings.csv line 3, column "userId, movieId": "9, 9" is a pair of user and item that has a rating already; its other rating is on line 2',
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
      ["has too few fields (4 expected)", 1],
      ["is a pair of user and item that has a rating already", 1],
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
      "ratings.csv line 1, column 2: there is no such column; there is no header, and the first line has 2 fields",
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

  test("a policy that is none is refused", async () => {
    await expect(parse(header, { onBadRow: "ignore" as never })).rejects.toThrow(
      'onBadRow: "ignore" is neither',
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
