import { statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeRatings, encodeRatings } from "../../../pages/front/ratings-file.js";
import { root } from "../../../scripts/lib/places.mjs";
import { loadDataset, Ratings } from "../../../src/index.js";

const stars = fc.constantFrom(0.5, 1, 2.5, 3, 3.5, 4, 4.5, 5);
const rows = fc
  .uniqueArray(fc.record({ userId: fc.nat(9), itemId: fc.nat(400), rating: stars }), {
    minLength: 1,
    selector: ({ userId, itemId }) => `${userId} ${itemId}`,
  })
  .map((all) => all.sort((a, b) => b.userId - a.userId));

function titlesOf(ratings: Ratings): Map<number, string> {
  return new Map(ratings.items.ids.map((id) => [Number(id), `Æ ${id} 🎬`]));
}

test("gives back the same rows in the same order, scale and titles", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const ratings = Ratings.from(all, { scale: { min: 0.5, max: 5 } });
      const read = decodeRatings(encodeRatings({ ratings, titles: titlesOf(ratings) }));
      expect([...read.ratings]).toEqual([...ratings]);
      expect(read.ratings.items.ids).toEqual(ratings.items.ids);
      expect(read.ratings.users.ids).toEqual(ratings.users.ids);
      expect(read.ratings.scale).toEqual(ratings.scale);
      expect(read.titles).toEqual(titlesOf(ratings));
    }),
  );
});

test("holds all of ml-latest-small in less than a fifth of its bytes", async () => {
  const folder = join(root, "data/ml-latest-small");
  const { ratings, movies } = await loadDataset(folder);
  const titles = new Map([...movies].map(({ itemId, title }) => [Number(itemId), title]));
  const file = encodeRatings({ ratings, titles });
  const bytes = ["ratings.csv", "movies.csv"].map((name) => statSync(join(folder, name)).size);
  expect(file.length).toBeLessThan((bytes[0]! + bytes[1]!) / 5);
  const read = decodeRatings(file).ratings;
  // toEqual would take minutes to show how arrays of this length differ.
  for (const column of ["itemIndices", "userIndices", "values"] as const)
    expect(
      ratings[column].every((value, row) => value === read[column][row]),
      column,
    ).toBe(true);
});

test("refuses what it cannot hold", () => {
  const one = (userId: number, itemId: number, rating = 4) => ({ userId, itemId, rating });
  const encoded = (ratings: Ratings, titles = titlesOf(ratings)) => encodeRatings({ ratings, titles });
  const mixed = Ratings.from([one(1, 1), one(2, 1), one(1, 2)]);
  expect(() => encoded(mixed)).toThrow("sort them by user first");
  expect(() => encoded(Ratings.from([one(1, 1.5)]))).toThrow("1.5");
  expect(() => encoded(Ratings.from([one(1, 1, 3.7)]))).toThrow("7.4 is not a whole number");
  const ratings = Ratings.from([one(1, 7)]);
  expect(() => encoded(ratings, new Map())).toThrow("item 7 has ratings but no title");
  expect(() => encoded(ratings, new Map([[7, "a\nb"]]))).toThrow('the title "a\\nb" has a line break');
});

test("refuses files of another version and incomplete ones", () => {
  const ratings = Ratings.from([{ userId: 1, itemId: 7, rating: 4 }]);
  const file = encodeRatings({ ratings, titles: titlesOf(ratings) });
  expect(() => decodeRatings(Uint8Array.of(9))).toThrow("has version 9, this page reads version 1");
  for (let length = 0; length < file.length; length++)
    expect(() => decodeRatings(file.subarray(0, length)), String(length)).toThrow("reload the page");
});
