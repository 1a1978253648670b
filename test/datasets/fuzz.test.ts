// @module-tag slow
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movieLensLayout } from "../../src/datasets/movies/movielens.js";
import { parseMovies } from "../../src/datasets/movies/parse-movies.js";
import { parseUsers } from "../../src/datasets/movies/parse-users.js";
import { parseRatings } from "../../src/datasets/ratings/parse-ratings.js";
import { DataError } from "../../src/datasets/records/data-error.js";
import type { TextSource } from "../../src/datasets/records/text-source.js";
import { damaged } from "./records/damage.js";
import { type Layout, slowNumber, slowRatings, slowTexts, Unreadable } from "./records/slow-reader.js";

// Real data, damaged by chance and in chunks of any size: the library says with a sentence what is
// wrong, or reads what a second, slow reader reads. Seeded, so that it finds tomorrow what it finds
// today.
const RUNS = { seed: 4, numRuns: Number(process.env.REELBOOK_FUZZ_RUNS ?? 400) };

const real = (file: string, from: number, to: number) =>
  readFileSync(new URL(`../../data/ml-latest-small/${file}`, import.meta.url), "utf8")
    .split("\r\n")
    .slice(from, to);
const ratingLines = real("ratings.csv", 1, 25);
const movieLines = real("movies.csv", 25, 50);
const ratingsHeader = ["userId", "movieId", "rating", "timestamp"];
const moviesHeader = ["movieId", "title", "genres"];
const known = new Set(ratingLines.map((line) => Number(line.split(",")[1])));
const flags = (row: number) =>
  Array.from({ length: 19 }, (_, flag) => Number(flag % 7 === row % 7)).join("|");

const csv = movieLensLayout("", ["ratings.csv", "movies.csv"]);
const colons = movieLensLayout("", ["ratings.dat", "movies.dat"]);
const bars = movieLensLayout("", ["u.data", "u.item", "u.user"]);

const text = (lines: readonly string[], encoding: "utf8" | "latin1" = "utf8") =>
  Buffer.from(lines.map((line) => `${line}\n`).join(""), encoding);
const texts = {
  ratings: text([ratingsHeader.join(), ...ratingLines].map((line) => `${line}\r`)),
  textIds: text([ratingsHeader.join(), ...ratingLines.map((line) => `"é${line.replace(",", '",0')}`)]),
  colons: text(ratingLines.map((line) => line.replaceAll(",", "::"))),
  tabs: text(ratingLines.map((line) => line.replaceAll(",", "\t"))),
  movies: text([moviesHeader.join(), ...movieLines].map((line) => `${line}\r`)),
  items: text(
    movieLines.map((line, row) => `${row}|${line.split(",")[1]} é |01-Jan-1995||http://x|${flags(row)}`),
    "latin1",
  ),
  users: text(
    movieLines.map((_, row) => `${row}|${20 + row}|M|märchen|0520${row}`),
    "latin1",
  ),
};

const chunkSize = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(1 << 16));

function inChunks(bytes: Uint8Array, size: number): TextSource {
  return {
    name: "any.csv",
    async *chunks() {
      for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
    },
  };
}

/** What the library reads, or its error; one that is no sentence fails the test. */
async function outcome<T>(reading: Promise<T>): Promise<{ read: T } | { error: DataError }> {
  try {
    return { read: await reading };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).toMatch(/^any\.csv( line \d+)?(, column \S.*)?: .+; .+$/s);
    return { error };
  }
}

/** What the slow reader reads, undefined where it cannot. */
function judged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/**
 * Reads damaged texts with both readers; how often the library read one tells that the damage is
 * not too much.
 */
async function bothAgree<T>(
  original: Uint8Array,
  { read, judge }: { read: (source: TextSource) => Promise<T>; judge: (bytes: Uint8Array) => unknown },
): Promise<void> {
  let readCount = 0;
  await fc.assert(
    fc.asyncProperty(damaged(original), chunkSize, async (bytes, size) => {
      const found = await outcome(read(inChunks(bytes, size)));
      if ("read" in found) readCount++;
      expect("read" in found ? found.read : undefined).toEqual(judged(() => judge(bytes)));
    }),
    RUNS,
  );
  expect(readCount).toBeGreaterThan(RUNS.numRuns / 10);
}

describe.each([
  { name: "a CSV of ratings", original: texts.ratings, format: csv.ratings, header: ratingsHeader, known },
  { name: "a CSV with text ids", original: texts.textIds, format: csv.ratings, header: ratingsHeader },
  { name: "ratings between colons", original: texts.colons, format: colons.ratings },
  { name: "u.data", original: texts.tabs, format: { ...bars.ratings, scale: { min: 0.5, max: 5 } } },
])("$name, however damaged,", ({ original, format, header, known }) => {
  const scale = format.scale!;
  const { separator, quotes } = format;
  const layout: Layout = { separator, quotes, encoding: "utf-8", fieldCount: 4, ...(header && { header }) };
  const items = known && { file: "movies.csv", ids: known };

  test("is read right, or refused at its first bad row", async () => {
    await fc.assert(
      fc.asyncProperty(damaged(original), chunkSize, async (bytes, size) => {
        const found = await outcome(parseRatings(inChunks(bytes, size), { ...format, items }));
        const right = judged(() => slowRatings(bytes, layout, { scale, known }));
        if ("read" in found) expect([...found.read]).toEqual(right?.rows);
        if (right) expect("error" in found ? found.error.line : undefined).toBe(right.badLines[0]);
      }),
      RUNS,
    );
  });

  test("loses no good row where the bad ones are left out and counted", async () => {
    await bothAgree(original, {
      read: async (source) => {
        const ratings = await parseRatings(source, { ...format, items, onBadRow: "skip" });
        const sizes = [ratings.users.size, ratings.items.size];
        return { rows: [...ratings], sizes, skipped: ratings.skipped?.count ?? 0 };
      },
      judge: (bytes) => {
        const { rows, badLines } = slowRatings(bytes, layout, { scale, known });
        const users = new Set(rows.map(({ userId }) => userId));
        const items = new Set(rows.map(({ itemId }) => itemId));
        return { rows, sizes: [users.size, items.size], skipped: badLines.length };
      },
    });
  });
});

test("movies.csv, however damaged, is read right or refused", async () => {
  const layout = {
    separator: ",",
    quotes: true,
    encoding: "utf-8",
    fieldCount: 3,
    header: moviesHeader,
  } as const;
  await bothAgree(texts.movies, {
    read: async (source) => [...(await parseMovies(source, csv.movies))],
    judge: (bytes) =>
      slowTexts(bytes, layout).map(({ id, texts: [, title, genres] }) => {
        const names = genres!.trim().split("|");
        return movieOf(
          id,
          title!,
          names.filter((name) => name !== "" && name !== "(no genres listed)"),
        );
      }),
  });
});

test("u.item, however damaged, is read right or refused", async () => {
  const layout = { separator: "|", quotes: false, encoding: "latin1", fieldCount: 24 } as const;
  await bothAgree(texts.items, {
    read: async (source) => [...(await parseMovies(source, bars.movies))],
    judge: (bytes) =>
      slowTexts(bytes, layout).map(({ id, texts: [, title, , , , unknown, ...flags] }) => {
        if (![unknown, ...flags].every((flag) => flag === "0" || flag === "1")) throw new Unreadable();
        return movieOf(
          id,
          title!,
          GENRES.filter((_, genre) => flags[genre] === "1"),
        );
      }),
  });
});

test("u.user, however damaged, is read right or refused", async () => {
  const layout = { separator: "|", quotes: false, encoding: "latin1", fieldCount: 5 } as const;
  await bothAgree(texts.users, {
    read: (source) => parseUsers(source, bars.users!),
    judge: (bytes) =>
      slowTexts(bytes, layout).map(({ id: userId, texts: [, years, gender, occupation, zipCode] }) => {
        const age = slowNumber(years!);
        const hasBlank = [gender, occupation, zipCode].some((text) => text!.trim() === "");
        if (!(age >= 0 && age <= 130) || hasBlank) throw new Unreadable();
        return { userId, age, gender, occupation, zipCode };
      }),
  });
});

/** As the README of ML-100K lists them, "unknown" aside. */
const GENRES = [
  ...["Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy"],
  ...["Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"],
];

function movieOf(itemId: unknown, title: string, genres: string[]): unknown {
  if (title.trim() === "") throw new Unreadable();
  return { itemId, title: title.trim(), genres };
}
