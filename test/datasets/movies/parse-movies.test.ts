import { expect, test } from "vitest";
import { movieLensLayout } from "../../../src/datasets/movies/movielens.js";
import { parseMovies } from "../../../src/datasets/movies/parse-movies.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const csv = movieLensLayout("", ["ratings.csv", "movies.csv"]).movies;
const bars = movieLensLayout("", ["u.data", "u.item"]).movies;
const header = "movieId,title,genres\n";

const parse = (text: string, format = csv) => parseMovies(textSource("movies.csv", text), format);
const item = (flags: string) => `1|One (1995)|||http://x|${flags}\n`;

test("ids are numbers, without spaces around them, or all texts", async () => {
  expect((await parse(`${header} 1 ,One,Drama\n2,Two,Drama\n`)).ids).toEqual([1, 2]);
  expect((await parse(`${header}1,One,Drama\ntt2,Two,Drama\n`)).ids).toEqual(["1", "tt2"]);
});

test.each([
  ["an empty file", "", "movies.csv: the file has no movies; give the whole file"],
  ["a header only", header, "movies.csv: the file has no movies"],
  [
    "another header",
    "title,movieId,genres\nOne,1,Drama\n",
    'movies.csv line 1: "title,movieId,genres" is not the header of movies; expected "movieId,title,genres"',
  ],
  ["no header", "1,One,Drama\n2,Two,Drama\n", 'line 1: "1,One,Drama" is not the header'],
  [
    "too few fields",
    `${header}1,One\n`,
    'movies.csv line 2: "1,One" has 2 fields instead of 3; correct the row',
  ],
  ["too many fields", `${header}1,One, or two,Drama\n`, "has 4 fields instead of 3"],
  [
    "a last line cut short",
    `${header}1,One`,
    "the file ends within this line and may be cut short: correct the row",
  ],
  [
    "no id",
    `${header} ,One,Drama\n`,
    'movies.csv line 2, column "movieId": " " is not an id; correct the row',
  ],
  ["no title", `${header}1,,Drama\n`, 'line 2, column "title": "" is not a title'],
  [
    "an id that comes twice",
    `${header}1,One,Drama\n 1,Two,Drama\n`,
    'line 3, column "movieId": " 1" is the id of another movie; it is on line 2 already: keep one',
  ],
  [
    "a NUL",
    `${header}1,One\u0000,Drama\n`,
    'column "title": "One\\u0000" contains a line break or an invisible',
  ],
  [
    "a quote that is not closed",
    `${header}1,"One,Drama\n2,Two,Drama\n`,
    "movies.csv line 2: a record has no end",
  ],
  [
    "a quote closed by the next",
    `${header}1,"One,Drama\n2,"Two",Drama\n`,
    "has text after its closing quote",
  ],
  ["a quote that swallows a row", `${header}1,"One,Drama\n2,Two",Drama\n`, "contains a line break"],
])("names file, line, column, value and cure of %s", async (_, text, message) => {
  await expect(parse(text)).rejects.toThrow(message);
});

test("a genre's flag is 0 or 1", async () => {
  const flags = Array.from({ length: 19 }, (_, flag) => (flag === 8 ? 1 : 0)).join("|");
  expect((await parse(item(flags), bars)).genres(1)).toEqual(["Drama"]);
  await expect(parse(item(flags.replace("1", "2")), bars)).rejects.toThrow(
    /line 1: "1\|One.*" has genres that cannot be parsed; correct the row/,
  );
});

test("three colons between fields are refused: they would make a genre or a title that starts with one", async () => {
  const colons = movieLensLayout("", ["ratings.dat", "movies.dat"]).movies;
  const named = (row: string) => parseMovies(textSource("movies.dat", row), colons);
  await expect(named("1::One (1995):::Action\n")).rejects.toThrow(
    'movies.dat line 1, column 2: ":Action" comes after three colons instead of two; correct the row',
  );
  await expect(named("1:::One (1995)::Action\n")).rejects.toThrow(
    'column 1: ":One (1995)" comes after three',
  );
  expect((await named("1::One: Two (1995)::Action\n")).title(1)).toBe("One: Two (1995)");
});
