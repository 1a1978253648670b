// @module-tag slow
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GenreContent } from "../../../src/models/content/genre-content.js";
import { tfIdf } from "../../../src/models/content/tf-idf.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { conformance, smallRatings } from "../contract/conformance.js";

const letters = [
  { itemId: "a", genres: ["Comedy", "Western"] },
  { itemId: "b", genres: ["Comedy"] },
  { itemId: "c", genres: ["War"] },
  { itemId: "f", genres: ["Comedy", "War"] },
  { itemId: "g", genres: [] },
];

conformance(new GenreContent().of([]));
conformance(new GenreContent().of(letters));
conformance(new GenreContent({ aggregate: "sum" }).of(letters));
conformance(new GenreContent({ damping: 0 }).of(letters, [{ itemId: "e", tag: "war" }]));

/** Two genres that do not mix: the similarity of two films is 1 or 0. */
const films = [
  { itemId: "clue", genres: ["Comedy"] },
  { itemId: "airplane", genres: ["comedy"] },
  { itemId: "mash", genres: ["COMEDY"] },
  { itemId: "alamo", genres: ["War"] },
  { itemId: "patton", genres: ["War"] },
  { itemId: "untold", genres: [] },
];
const ratings = Ratings.from([
  { userId: "ann", itemId: "clue", rating: 5 },
  { userId: "ann", itemId: "airplane", rating: 4 },
  { userId: "ann", itemId: "alamo", rating: 1.5 },
  { userId: "bob", itemId: "alamo", rating: 4 },
]);

describe("GenreContent", () => {
  test("adds to the user's mean the deviations of ratings of similar items", () => {
    const fitted = new GenreContent({ damping: 2 }).of(films).fit(ratings);
    const mean = (5 + 4 + 1.5) / 3;
    expect(fitted.predict("ann", "mash")).toBeCloseTo(mean + (5 - mean + (4 - mean)) / (2 + 2), 12);
    expect(fitted.predict("ann", "patton")).toBeCloseTo(mean + (1.5 - mean) / (1 + 2), 12);
    expect(fitted.explain("ann", "mash")).toEqual({
      base: mean,
      contributions: [
        { itemId: "clue", rating: 5, share: expect.closeTo((5 - mean) / 4, 12) },
        { itemId: "airplane", rating: 4, share: expect.closeTo((4 - mean) / 4, 12) },
      ],
    });
  });

  test("with aggregate sum adds up ratings of similar items, whatever the mean", () => {
    const fitted = new GenreContent({ aggregate: "sum" }).of(films).fit(ratings);
    expect(fitted.inStars).toBe(false);
    expect(fitted.predict("ann", "mash")).toBeCloseTo(5 + 4, 12);
    expect(fitted.predict("ann", "untold")).toBeNaN();
    expect(fitted.foldIn([{ itemId: "alamo", rating: 2 }]).predict("patton")).toBeCloseTo(2, 12);
    expect(fitted.explain("ann", "mash")).toEqual({
      base: 0,
      contributions: [
        { itemId: "clue", rating: 5, share: expect.closeTo(5, 12) },
        { itemId: "airplane", rating: 4, share: expect.closeTo(4, 12) },
      ],
    });
  });

  test("without damping gives the mean rating of similar items", () => {
    const fitted = new GenreContent({ damping: 0 }).of(films).fit(ratings);
    expect(fitted.predict("ann", "mash")).toBeCloseTo(4.5, 12);
  });

  test("scores items without ratings, and gives NaN where no rated item is similar", () => {
    const fitted = new GenreContent().of(films).fit(ratings);
    expect(fitted.items.ids).toEqual(["clue", "airplane", "alamo", "mash", "patton", "untold"]);
    expect(fitted.recommend("ann").map(({ itemId }) => itemId)).toEqual(["mash", "patton"]);
    expect(fitted.recommend("bob").map(({ itemId }) => itemId)).toEqual(["patton"]);
    expect(fitted.predict("ann", "untold")).toBeNaN();
    expect(fitted.foldIn([{ itemId: "patton", rating: 2 }]).predict("alamo")).toBe(2);
  });

  test("finds items with the same genres, in the order of their index", () => {
    const fitted = new GenreContent().of(films).fit(ratings);
    const likeMash = [
      { itemId: "clue", similarity: 1, common: 1 },
      { itemId: "airplane", similarity: 1, common: 1 },
    ];
    expect(fitted.similarItems("mash")).toEqual(likeMash);
    expect(fitted.similarItems("mash", { count: 1 })).toEqual(likeMash.slice(0, 1));
    expect(fitted.similarItems("untold")).toEqual([]);
    expect(() => fitted.similarItems("jaws")).toThrow('item "jaws" is not among the 6 items');
    expect(() => fitted.similarItems("mash", { count: -1 })).toThrow("count: -1");
  });

  test("tags distinguish items of the same genres, and make an item known", () => {
    const tags = [
      { itemId: "mash", tag: "Korea" },
      { itemId: "airplane", tag: "korea" },
      { itemId: "untold", tag: "WAR" },
      { itemId: "unlisted", tag: "korea" },
    ];
    const fitted = new GenreContent().of(films, tags).fit(ratings);
    expect(fitted.similarItems("mash").map(({ itemId, common }) => [itemId, common])).toEqual([
      ["airplane", 2],
      ["clue", 1],
      ["unlisted", 1],
    ]);
    expect(fitted.similarItems("untold", { count: 1 })[0]).toEqual({
      itemId: "alamo",
      similarity: 1,
      common: 1,
    });
  });

  test("refuses an item that comes twice, and settings out of range", () => {
    expect(() => new GenreContent().of([...films, films[0]!])).toThrow('item "clue" comes twice');
    expect(() => new GenreContent({ damping: -1 })).toThrow("damping: -1 is not a number of at least 0");
  });

  test("scores as a plain sum over all pairs of items does", () => {
    const genres = fc.uniqueArray(fc.constantFrom("Action", "Comedy", "Crime", "Drama", "War"));
    const items = fc.tuple(
      ...Array.from("abcdefg", (itemId) => genres.map((of) => ({ itemId, genres: of }))),
    );
    fc.assert(
      fc.property(items, fc.double({ min: 0, max: 9, noNaN: true }), (given, damping) => {
        const fitted = new GenreContent({ damping }).of(given).fit(smallRatings);
        for (const userId of smallRatings.users.ids) {
          for (const { itemId } of given) {
            const score = fitted.predict(userId, itemId);
            const expected = plainScore(given, smallRatings.ofUser(userId), itemId, damping);
            if (Number.isNaN(expected)) expect(score).toBeNaN();
            else expect(score).toBeCloseTo(expected, 10);
          }
        }
      }),
    );
  });
});

/** The formula of the doc comment, with similarities between genres as sets of weights. */
function plainScore(
  items: readonly { itemId: string; genres: readonly string[] }[],
  rated: readonly { itemId: number | string; rating: number }[],
  itemId: string,
  damping: number,
): number {
  const { terms, idf } = tfIdf(items.map(({ genres }) => genres));
  const weight = (genre: string) => idf[terms.indexOf(genre)]! ** 2;
  const genresOf = (id: number | string) => items.find((item) => item.itemId === id)?.genres ?? [];
  const sum = (genres: readonly string[]) => genres.reduce((total, genre) => total + weight(genre), 0);
  const cosine = (a: readonly string[], b: readonly string[]) =>
    sum(a.filter((genre) => b.includes(genre))) / Math.sqrt(sum(a) * sum(b) || 1);
  const mean = rated.reduce((total, { rating }) => total + rating, 0) / rated.length;
  let [deviations, weights] = [0, 0];
  for (const other of rated) {
    const similarity = cosine(genresOf(itemId), genresOf(other.itemId));
    deviations += similarity * (other.rating - mean);
    weights += similarity;
  }
  return weights === 0 ? Number.NaN : mean + deviations / (weights + damping);
}

/** Made by test/golden/make-tf-idf.py with scikit-learn. */
const golden = JSON.parse(readFileSync(new URL("../../golden/tf-idf.json", import.meta.url), "utf8"));

describe("on ml-latest-small, as in scikit-learn:", async () => {
  const dataset = await loadDataset("ml-latest-small");
  const tags = await dataset.tags();

  test.each([
    ["genres", []],
    ["genres and tags", tags],
  ])("the weights and cosines of %s", (kind, given) => {
    const { terms, idf, cosines } = golden[kind];
    const fitted = new GenreContent().of(dataset.movies, given).fit(dataset.ratings);
    expect(new Set(fitted.state().indices).size).toBe(terms);
    for (const [row, itemId] of golden.movies.entries()) {
      const similar = fitted.similarItems(itemId, { count: dataset.movies.count });
      for (const { similarity } of similar) expect(similarity).toBeLessThanOrEqual(1);
      const similarities = new Map(similar.map((item) => [item.itemId, item.similarity]));
      for (const [column, other] of golden.movies.entries()) {
        if (row !== column) expect(similarities.get(other) ?? 0).toBeCloseTo(cosines[row][column], 12);
      }
    }
    if (kind === "genres") {
      const weighed = tfIdf([...dataset.movies].map(({ genres }) => genres));
      for (const [column, term] of weighed.terms.entries()) {
        expect(weighed.idf[column]).toBeCloseTo(idf[term.toLowerCase()], 12);
      }
    }
  });
});
