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
    ["an empty tag", '1,2,"  ",3', 'tags.csv line 2, column "tag": "  " is an empty tag; mend the row'],
    ["no user", ",2,fun,3", 'column "userId": "" is no id'],
    ["no movie", "1, ,fun,3", 'column "movieId": " " is no id'],
    ["a time that is none", "1,2,fun,today", 'column "timestamp": "today" is no time in seconds'],
    ["a comma too many", "1,2,fun,fun,3", '"1,2,fun,fun,3" has 5 fields instead of 4'],
  ])("names a row with %s", async (_, row, message) => {
    await expect(parse(`${header}${row}\n`)).rejects.toThrow(message);
  });

  test("wants the header of tags", async () => {
    await expect(parse("userId,movieId,rating,timestamp\n1,2,3,4\n")).rejects.toThrow(
      'tags.csv line 1: "userId,movieId,rating,timestamp" is another header than that of tags; it wants "userId,movieId,tag',
    );
  });
});
