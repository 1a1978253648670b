import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRatings } from "../../../src/datasets/ratings/parse-ratings.js";
import type { RatingsFormat } from "../../../src/datasets/ratings/ratings-format.js";
import { PlainRows } from "../../../src/datasets/records/plain-rows.js";

const scale = { min: 0.5, max: 5 };
const encode = (text: string) => new TextEncoder().encode(text);
/** Enough below the rows, so that each of them may be plain. */
const more = "1,1,1,1\n".repeat(8);

/** The plain rows at the start of a text. */
function plainRows(text: string, { separator = ",", hasTimestamp = true } = {}) {
  const plain = new PlainRows({ separator, hasTimestamp, scale });
  const rows = encode(text).filter((byte) => byte === 10).length;
  const count = Math.min(rows, plain.read(encode(text + more), 0));
  return Array.from({ length: count }, (_, row) => [
    plain.userIds[row],
    plain.itemIds[row],
    plain.values[row],
    ...(hasTimestamp ? [plain.timestamps[row]] : []),
  ]);
}

describe("PlainRows", () => {
  test("reads digits, with LF or CRLF, any separator, with or without a timestamp", () => {
    const rows = [
      [1, 296, 5, 1147880044],
      [162541, 999999999, 0.5, 0],
    ];
    expect(plainRows("1,296,5.0,1147880044\n162541,999999999,0.5,0\n")).toEqual(rows);
    expect(plainRows("1,296,5,1147880044\r\n162541,999999999,.50,0\r\n")).toEqual([rows[0]]);
    expect(plainRows("1::296::5::1147880044\n", { separator: "::" })).toEqual([rows[0]]);
    expect(plainRows("1\t296\t5\n", { separator: "\t", hasTimestamp: false })).toEqual([[1, 296, 5]]);
  });

  test.each([
    ["a leading zero", "01,2,3,4"],
    ["the id 0", "0,2,3,4"],
    ["an id beyond 32 bits", "1,9999999999,3,4"],
    ["a text", "1,abc,3,4"],
    ["a quote", '"1",2,3,4'],
    ["a sign", "1,2,+3,4"],
    ["a space", "1, 2,3,4"],
    ["an empty field", "1,2,,4"],
    ["a rating outside the scale", "1,2,5.5,4"],
    ["a rating below it", "1,2,0,4"],
    ["two points", "1,2,3.0.0,4"],
    ["a rating of many digits", "1,2,3.000000001,4"],
    ["a timestamp beyond the year 5138", "1,2,3,123456789012"],
    ["a timestamp of endless digits", `1,2,3,${"1".repeat(500)}`],
    ["a date", "1,2,3,1997-12-04"],
    ["too few fields", "1,2,3"],
    ["too many fields", "1,2,3,4,5"],
    ["a blank line", ""],
    ["a return that is no end of line", "1,2,3,4\r5"],
  ])("leaves %s to the reader of records", (_, row) => {
    expect(plainRows(`7,7,3,7\n${row}\n`)).toEqual([[7, 7, 3, 7]]);
  });

  test.each(["1:22::3::4", "1::22:33::4", "1::2::3:44", "1:::2::3::4"])(
    "leaves a colon alone in %s",
    (row) => {
      expect(plainRows(`7::7::3::7\n${row}\n`, { separator: "::" })).toEqual([[7, 7, 3, 7]]);
    },
  );

  test.each(
    ["0", "3", "9"].flatMap((digit) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((place) => [digit, place] as const)),
  )(
    "takes a timestamp with the digit %s at place %i, and none with a neighbour of the digits there",
    (digit, place) => {
      const time = (letter: string) => `${"5".repeat(place)}${letter}${"5".repeat(8 - place)}`;
      expect(plainRows(`7,7,3,${time(digit)}\n`)).toEqual([[7, 7, 3, Number(time(digit))]]);
      for (const letter of ["/", ":", ".", "\x00", "\x10", "p", "\xb0"]) {
        expect(plainRows(`7,7,3,${time(letter)}\n`), JSON.stringify(letter)).toEqual([]);
      }
    },
  );

  test("reads no row that its bytes do not hold whole, and fills one block at a time", () => {
    const plain = new PlainRows({ separator: ",", hasTimestamp: true, scale });
    expect(plain.read(encode("1,2,3,4"), 0)).toBe(0);
    expect(plain.read(encode(""), 0)).toBe(0);
    const bytes = encode("12,34,5,6\n".repeat(5000));
    expect(plain.read(bytes, 0)).toBe(4096);
    expect(plain.starts[4096]).toBe(40_960);
    expect(plain.read(bytes, 40_960)).toBeLessThanOrEqual(904);
    expect(plain.read(bytes, 40_960)).toBeGreaterThan(904 - 10);
  });
});

describe("reading ratings with plain rows comes to the same as record by record", () => {
  const columns = { userId: "u", itemId: "i", rating: "r", timestamp: "t" };
  const format: RatingsFormat = {
    separator: ",",
    quotes: true,
    header: true,
    columns,
    scale,
    onBadRow: "skip",
  };
  const items = { file: "movies.csv", ids: new Set([1, 2, 3, 10, 77]) };

  /** Reads rows with their columns in an order, in chunks of a size. */
  async function read(
    rows: readonly string[][],
    order: readonly number[],
    chunkSize: number,
    known: boolean,
  ) {
    const lines = [["u", "i", "r", "t"], ...rows].map((row) => order.map((field) => row[field]).join(","));
    const bytes = encode(`${lines.join("\n")}\n`);
    const source = {
      name: "r.csv",
      size: bytes.length,
      async *chunks() {
        for (let start = 0; start < bytes.length; start += chunkSize) {
          yield bytes.slice(start, start + chunkSize);
        }
      },
    };
    const ratings = await parseRatings(source, known ? { ...format, items } : format).catch(String);
    if (typeof ratings === "string") return ratings.replace(/ \(.*/, "");
    const reasons = ratings.skipped?.reasons.map(({ reason, count, first }) => [
      reason,
      count,
      first.match(/line \d+/)?.[0],
    ]);
    return { rows: [...ratings], users: ratings.users.ids, items: ratings.items.ids, reasons };
  }

  const number = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
    { weight: 1, arbitrary: fc.nat(2 ** 31 - 1).map(String) },
    { weight: 1, arbitrary: fc.constantFrom("", "0", "007", "-3", " 4", "x", '"5"', "9999999999", "1.0") },
  );
  const stars = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("5.0", "3.5", "4", "0.5", "2.25") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "0", "5.5", "five", ".5", "3.", "1e0", "3.5555555555", "NaN"),
    },
  );
  const time = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 1_700_000_000 }).map(String) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "",
        "-5",
        "99999999999",
        "999999999999",
        "253402300800",
        "1997-12-04",
        "12.5",
      ),
    },
  );
  const rows = fc.array(fc.tuple(number, number, stars, time), { maxLength: 60 });

  test("whatever the rows and the chunks", async () => {
    const chunkSize = fc.integer({ min: 4, max: 700 });
    await fc.assert(
      fc.asyncProperty(rows, chunkSize, fc.boolean(), async (all, size, known) => {
        const usual = await read(all, [0, 1, 2, 3], size, known);
        expect(usual).toEqual(await read(all, [3, 2, 1, 0], size, known));
      }),
      { numRuns: 300 },
    );
  });
});
