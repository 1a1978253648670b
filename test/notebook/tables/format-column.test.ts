import { describe, expect, test } from "vitest";
import { formatColumn } from "../../../src/notebook/tables/format-column.js";

describe("formatColumn", () => {
  test("gives the numbers of a column the decimals they need, four at most", () => {
    expect(formatColumn("rating", [4, 3.5])).toEqual(["4.0", "3.5"]);
    expect(formatColumn("mean", [4.429022, 3])).toEqual(["4.4290", "3.0000"]);
    expect(formatColumn("mean", [0.1 + 0.2, 0.5])).toEqual(["0.3", "0.5"]);
  });

  test("gives small numbers four significant digits and large ones two decimals", () => {
    expect(formatColumn("share", [0.000123456])).toEqual(["0.0001235"]);
    expect(formatColumn("mean", [1234.56789])).toEqual(["1,234.57"]);
    expect(formatColumn("mean", [100836, 1.042529])).toEqual(["100,836.00", "1.04"]);
    expect(formatColumn("p", [1.5e-12])).toEqual(["1.500e-12"]);
  });

  test("leaves years ungrouped, also where the name of the column does not say so", () => {
    expect(formatColumn("rated in", [1996, 2018])).toEqual(["1996", "2018"]);
    expect(formatColumn("rated in", [1996, 2118])).toEqual(["1,996", "2,118"]);
  });

  test("obeys the decimals asked for", () => {
    expect(formatColumn("similarity", [0.7483531, 1.5], 6)).toEqual(["0.748353", "1.500000"]);
    expect(formatColumn("votes", [368], 6)).toEqual(["368"]);
  });

  test("writes whole numbers without decimals, grouped", () => {
    expect(formatColumn("votes", [9742, 329])).toEqual(["9,742", "329"]);
    expect(formatColumn("votes", [999])).toEqual(["999"]);
    expect(formatColumn("votes", [2011])).toEqual(["2,011"]);
    expect(formatColumn("votes", [9742, 10000])).toEqual(["9,742", "10,000"]);
    expect(formatColumn("votes", [9742, 100836])).toEqual(["9,742", "100,836"]);
    expect(formatColumn("votes", [-0])).toEqual(["0"]);
  });

  test.each(["userId", "movieId", "id", "item_id", "year", "timestamp", "tmdbId", ""])(
    "leaves the numbers of column %j ungrouped",
    (name) => expect(formatColumn(name, [193609])).toEqual(["193609"]),
  );

  test.each(["paid", "valid", "years seen"])("groups the numbers of column %j", (name) => {
    expect(formatColumn(name, [193609])).toEqual(["193,609"]);
  });

  test("writes NaN as a dash, nothing as nothing, and infinity as its sign", () => {
    expect(formatColumn("x", [Number.NaN, null, undefined, Infinity, -Infinity])).toEqual([
      "–",
      "",
      "",
      "∞",
      "-∞",
    ]);
  });

  test("writes dates in UTC, with the time where there is one", () => {
    expect(
      formatColumn("when", [new Date(0), new Date(Date.UTC(1996, 2, 29, 18, 36)), new Date("x")]),
    ).toEqual(["1970-01-01", "1996-03-29 18:36", "–"]);
  });

  test("writes lists and objects on one line", () => {
    expect(formatColumn("genres", [["Action", "Crime"]])).toEqual(["Action, Crime"]);
    expect(formatColumn("factors", [Float32Array.of(0.5, 1)])).toEqual(["0.5, 1.0"]);
    expect(formatColumn("best", [{ title: "Heat" }])).toEqual(['{"title":"Heat"}']);
  });

  test("keeps long text and line breaks in one tidy cell", () => {
    expect(formatColumn("plot", ["a\n  b"])).toEqual(["a b"]);
    const [cut] = formatColumn("plot", ["word ".repeat(100)]);
    expect(cut).toHaveLength(160);
    expect(cut?.endsWith("…")).toBe(true);
  });

  test("cuts no emoji in two", () => {
    for (const lead of ["", "x"]) {
      expect(formatColumn("title", [lead + "🎬".repeat(200)])[0]).toBe(
        `${lead}${"🎬".repeat(159 - lead.length)}…`,
      );
    }
  });
});
