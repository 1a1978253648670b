import { describe, expect, test } from "vitest";
import { FactsById, ItemFacts } from "../../../src/models/content/item-facts.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { ratingsOf } from "../../evaluation/made-up-ratings.js";

const items = Object.assign(
  [
    { itemId: "x", genres: ["War", "Comedy", "War"] },
    { itemId: "y", genres: [] },
    { itemId: "z", genres: ["Drama"] },
  ],
  { year: (itemId: unknown) => (itemId === "x" ? 1990 : itemId === "y" ? 2001 : Number.NaN) },
);
const tags = [
  { itemId: "x", tag: "odd" },
  { itemId: "x", tag: "odd" },
  { itemId: "w", tag: "rated only" },
];
const ratings = ratingsOf([
  [1, "y", 4],
  [1, "w", 3],
]);
const known = new FactsById(items, tags);
const facts = known.at(known.itemsWith(ratings));

describe("FactsById", () => {
  test("lists each genre once, in alphabetical order", () => {
    expect(known.genres).toEqual(["Comedy", "Drama", "War"]);
  });

  test("puts the items of the ratings first", () => {
    expect(known.itemsWith(ratings).ids).toEqual(["y", "w", "x", "z"]);
  });

  test("gives genres, years and numbers of tags by index, and nothing of an item that was not given", () => {
    const { starts, genres, years, tags: counts } = facts.columns;
    expect([...starts]).toEqual([0, 0, 0, 2, 3]);
    expect([...genres]).toEqual([0, 2, 1]);
    expect([...years]).toEqual([2001, Number.NaN, 1990, Number.NaN]);
    expect([...counts]).toEqual([0, Number.NaN, 2, 0]);
  });

  test("takes items without years", () => {
    const plain = new FactsById([{ itemId: "x", genres: ["War"] }]);
    const { columns, newest } = plain.at(IdIndex.from(["x"]));
    expect([...columns.years, newest]).toEqual([Number.NaN, Number.NaN]);
  });

  test("refuses an item that comes twice", () => {
    expect(() => new FactsById([items[0]!, items[0]!])).toThrow('item "x" comes twice');
  });
});

describe("ItemFacts", () => {
  test("knows which item has which genre", () => {
    const row = (item: number) => [0, 1, 2].map((genre) => facts.has(item, genre));
    expect([row(0), row(2), row(3)]).toEqual([
      [false, false, false],
      [true, false, true],
      [false, true, false],
    ]);
    expect([row(-1), row(4)].flat()).not.toContain(true);
  });

  test("knows the newest item's year", () => {
    expect(facts.newest).toBe(2001);
  });

  test("restores what it saved", () => {
    const { columns, newest } = ItemFacts.restore({ arrays: facts.state() }, known.genres, 4);
    expect(columns).toEqual(facts.columns);
    expect(newest).toBe(2001);
  });

  test.each([
    ["a genre beyond the last", { "fact.genres": Int32Array.of(0, 3, 1) }],
    ["a genre below 0", { "fact.genres": Int32Array.of(0, -1, 1) }],
    ["starts that do not ascend", { "fact.starts": Int32Array.of(0, 2, 1, 2, 3) }],
    ["starts that end elsewhere", { "fact.starts": Int32Array.of(0, 0, 0, 2, 2) }],
    ["too few years", { "fact.years": Float64Array.of(1990) }],
    ["no tags", { "fact.tags": undefined }],
  ])("refuses to restore %s", (_, change) => {
    const arrays = { ...facts.state(), ...change } as Record<string, Int32Array>;
    expect(() => ItemFacts.restore({ arrays }, known.genres, 4)).toThrow(/^saved model: /);
  });
});
