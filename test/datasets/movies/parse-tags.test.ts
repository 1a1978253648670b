import { describe, expect, test } from "vitest";
import { movieLensLayout } from "../../../src/datasets/movies/movielens.js";
import { parseTags, type TagsFormat } from "../../../src/datasets/movies/parse-tags.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const csv = movieLensLayout("", ["ratings.csv", "movies.csv"]).tags!;
const dat = movieLensLayout("", ["ratings.dat", "movies.dat"]).tags!;
const header = "userId,movieId,tag,timestamp\r\n";

const parse = (text: string, format: TagsFormat = csv) => parseTags(textSource("tags.csv", text), format);

describe("parseTags", () => {
  test("reads CSV with quotes, in lower case and without spaces around", async () => {
    const text = `${header}2,60756,Highly quotable,1445714996\r\n3,1,"  Tom ""Woody"" Hanks, Pixar ",5\r\n`;
    expect(await parse(text)).toEqual([
      { userId: 2, itemId: 60756, tag: "highly quotable", timestamp: 1445714996 },
      { userId: 3, itemId: 1, tag: 'tom "woody" hanks, pixar', timestamp: 5 },
    ]);
    expect(await parse(header)).toEqual([]);
  });

  test("reads the tags.dat of ML-10M, where quotes are letters", async () => {
    expect(await parse('15::4973::"Amélie" Paris::1215184630\n', dat)).toEqual([
      { userId: 15, itemId: 4973, tag: '"amélie" paris', timestamp: 1215184630 },
    ]);
  });

  test("has ids of one kind", async () => {
    const tags = await parse(`${header}1,017,fun,1\n2,18,fun,1\n`);
    expect(tags.map(({ userId, itemId }) => [userId, itemId])).toEqual([
      [1, "017"],
      [2, "18"],
    ]);
  });

  test.each([
    ["an empty tag", '1,2,"  ",3', 'tags.csv line 2, column "tag": "  " is an empty tag; correct the row'],
    ["no user", ",2,fun,3", 'column "userId": "" is not an id'],
    ["no movie", "1, ,fun,3", 'column "movieId": " " is not an id'],
    [
      "a time that is none",
      "1,2,fun,today",
      'column "timestamp": "today" is neither seconds since 1970 nor a date',
    ],
    [
      "milliseconds",
      "1,2,fun,1445714996000",
      'column "timestamp": "1445714996000" as seconds since 1970 is not between the years 0 and 9999; divide milliseconds by 1000, or pass onBadRow',
    ],
    ["a time beyond all", "1,2,fun,1e30", '"1e30" as seconds since 1970 is not between'],
    ["a comma too many", "1,2,fun,fun,3", '"1,2,fun,fun,3" has 5 fields instead of 4'],
  ])("names a row with %s", async (_, row, message) => {
    await expect(parse(`${header}${row}\n`)).rejects.toThrow(message);
  });

  const items = { file: "movies.csv", ids: new Set([17, 18]) };
  const users = { file: "ratings.csv", ids: new Set([1]) };

  test("an id that is written otherwise than the movies' is a bad row, and changes no other id", async () => {
    const text = `${header}1,17,fun,1\n1,0018,fun,1\n2,18,fun,1\nann,18,fun,1\n`;
    await expect(parse(text, { ...csv, items, users })).rejects.toThrow(
      'tags.csv line 3, column "movieId": "0018" is not a whole number like the ids in movies.csv; correct the row, or pass onBadRow: "skip"',
    );
    const counts: unknown[] = [];
    const onSkipped: TagsFormat["onSkipped"] = (skipped, count) => counts.push([skipped.count, count]);
    const tags = await parse(text, { ...csv, items, users, onBadRow: "skip", onSkipped });
    expect(tags.map(({ userId, itemId }) => [userId, itemId])).toEqual([
      [1, 17],
      [2, 18],
    ]);
    expect(counts).toEqual([[2, 2]]);
  });

  test("ids are texts where those of movies or users are", async () => {
    const texts = { items: { file: "movies.csv", ids: new Set(["17", "x"]) } };
    const tags = await parse(`${header}1,17,fun,1\n2,x,fun,1\n`, { ...csv, ...texts, users });
    expect(tags.map(({ userId, itemId }) => [userId, itemId])).toEqual([
      [1, "17"],
      [2, "x"],
    ]);
  });

  test("a tag of a movie that there is not is a bad row", async () => {
    await expect(parse(`${header}1,19,fun,1\n`, { ...csv, items })).rejects.toThrow(
      'column "movieId": "19" is not the id of a movie in movies.csv; add the movie there, or pass onBadRow: "skip"',
    );
  });

  test("wants the header of tags", async () => {
    await expect(parse("userId,movieId,rating,timestamp\n1,2,3,4\n")).rejects.toThrow(
      'tags.csv line 1: "userId,movieId,rating,timestamp" is not the header of tags; expected "userId,movieId,tag',
    );
  });
});
