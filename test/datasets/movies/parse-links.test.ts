import { expect, test } from "vitest";
import { movieLensLayout } from "../../../src/datasets/movies/movielens.js";
import { parseLinks } from "../../../src/datasets/movies/parse-links.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const format = movieLensLayout("", ["ratings.csv", "movies.csv"]).links!;
const header = "movieId,imdbId,tmdbId\n";
const parse = (text: string, more = {}) => parseLinks(textSource("links.csv", text), { ...format, ...more });

test("reads the number at IMDb of each movie, without its zeros", async () => {
  const links = await parse(`${header}1,0114709,862\n2,0113497,\n3,,5\n9,0114709,1\n`);
  expect([...links]).toEqual([
    [114709, 1],
    [113497, 2],
  ]);
});

test("ids get the type of the known ones, and unknown movies are left out", async () => {
  const items = { file: "movies.csv", ids: new Set(["1", "x"]) };
  expect([...(await parse(`${header}1,7,\n5,8,\n`, { items }))]).toEqual([[7, "1"]]);
});

test("another header, and what is not a number of IMDb, are errors", async () => {
  await expect(parse("movieId,tmdbId\n1,2\n")).rejects.toThrow(/is not the header of links/);
  await expect(parse(`${header}1,tt7,5\n`)).rejects.toThrow(
    'links.csv line 2, column "imdbId": "tt7" is not a number of IMDb; correct the row',
  );
});
