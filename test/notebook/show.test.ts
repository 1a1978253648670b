import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { useHost } from "../../src/notebook/hosts/current-host.js";
import { type ShowOptions, show } from "../../src/notebook/show.js";
import { type FakeHost, useFakeHost } from "./hosts/fake-host.js";

let host: FakeHost;
beforeEach(() => {
  host = useFakeHost();
});
afterEach(() => useHost());

function shown(table: unknown, options?: ShowOptions) {
  show(table, options);
  return host.shown.at(-1) ?? { html: "", text: "" };
}

describe("show", () => {
  test("aligns text to the left and numbers to the right", () => {
    const { text, html } = shown([
      { title: "Heat (1995)", votes: 102 },
      { title: "Toy Story (1995)", votes: 9 },
    ]);
    expect(text.split("\n")).toEqual([
      "title             votes",
      "────────────────  ─────",
      "Heat (1995)         102",
      "Toy Story (1995)      9",
    ]);
    expect(html).toContain('<td align="right" style="text-align: right">102</td>');
    expect(html).toContain('<th align="left" style="text-align: left">title</th>');
  });

  test("shows HTML in titles, headers and cells as text", () => {
    const attack = '<img src=x onerror="alert(1)">';
    const { html } = shown([{ [attack]: attack }], { title: attack });
    expect(html).not.toContain("<img");
    expect(html.match(/&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62;/g)).toHaveLength(3);
  });

  test("shortens a long table to head and tail and says its shape", () => {
    const rows = Array.from({ length: 100_836 }, (_, row) => ({ row, a: 1, b: 2, c: 3 }));
    const lines = shown(rows).text.split("\n");
    expect(lines.map((line) => line.split(/\s+/).filter(Boolean)[0]).slice(2)).toEqual([
      "0",
      "1",
      "2",
      "3",
      "4",
      "…",
      "100,831",
      "100,832",
      "100,833",
      "100,834",
      "100,835",
      "100,836",
    ]);
    expect(lines.at(-1)).toBe("100,836 rows × 4 columns");
  });

  test("shows all rows with a limit of Infinity, and no shape", () => {
    const { text } = shown(
      Array.from({ length: 30 }, (_, row) => ({ row })),
      { limit: Infinity },
    );
    expect(text.split("\n")).toHaveLength(32);
  });

  test("shortens a wide table to its first and last columns", () => {
    const wide = [Array.from({ length: 1664 }, (_, column) => column)];
    const lines = shown(wide).text.split("\n");
    expect(lines[0]).toMatch(/^0 .* 9 +… +1654 .* 1663$/);
    expect(lines.at(-1)).toBe("1 row × 1,664 columns");
  });

  test("reads the columns of rows that have different fields", () => {
    expect(shown([{ a: 1 }, { b: "x" }]).text.split("\n")).toEqual(["a  b", "─  ─", "1", "   x"]);
  });

  test("shows one object as names and values, each value in its own format", () => {
    const { text } = shown({ ratings: 100836, mean: 3.501557, year: 1996 });
    expect(text.split("\n").slice(2)).toEqual(["ratings  100,836", "mean      3.5016", "year        1996"]);
  });

  test("shows a Map as names and values, or as names and rows", () => {
    expect(shown(new Map([["Heat", 3]])).text).toContain("name  value\n────  ─────\nHeat      3");
    expect(shown(new Map([["Heat", { votes: 3 }]])).text).toContain("name  votes");
  });

  test("shows a list of values, a typed array and a matrix", () => {
    expect(shown(["a", "b"]).text).toBe("value\n─────\na\nb");
    expect(shown(Float64Array.of(1.5, 2)).text).toBe("value\n─────\n  1.5\n  2.0");
    expect(shown([[1, 2], Int32Array.of(3, 4)]).text).toBe("0  1\n─  ─\n1  2\n3  4");
  });

  test("shows a data frame, with its index where that says more than the row's number", () => {
    const frame = { columns: ["mean"], values: [[3.5], [4]], shape: [2, 1] };
    expect(shown({ ...frame, index: [0, 1] }).text).toBe("mean\n────\n 3.5\n 4.0");
    expect(shown({ ...frame, index: ["count", "std"] }).text).toContain("count   3.5");
    expect(shown({ ...frame, index: [0, 193609] }).text).toContain("193609   4.0");
  });

  test("shows an empty list as no rows", () => {
    expect(shown([]).text).toBe("value\n─────\n0 rows × 1 column");
  });

  test("rejects what is no table, and says what is one", () => {
    expect(() => show(5)).toThrow("show cannot make a table of 5; give it rows");
    expect(() => show("Heat")).toThrow('show cannot make a table of "Heat"');
    expect(() => show(new Date(0))).toThrow("show cannot make a table of a Date");
    expect(() => show(undefined)).toThrow(TypeError);
  });

  test.each([0, -1, 2.5, Number.NaN])("rejects a limit of %s", (limit) => {
    expect(() => show([], { limit })).toThrow(`limit is ${limit}; it must be a whole number`);
  });

  test("rejects decimals that are none", () => {
    expect(() => show([], { decimals: -1 })).toThrow(
      "decimals is -1; it must be a whole number from 0 to 20",
    );
  });
});
