import { expect, test } from "vitest";
import { parseOwnRatings } from "../../../src/datasets/own/parse-own-ratings.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const parse = (text: string) => parseOwnRatings(textSource("ratings.csv", text));

test("reads Letterboxd's export, with quotes, a byte order mark and stars as they are", async () => {
  const { site, rows } = await parse(
    '\uFEFFDate,Name,Year,Letterboxd URI,Rating\r\n2024-05-01,"Good, the ""Bad""",1966,https://boxd.it/a,4.5\r\n2024-05-02,Heat,,https://boxd.it/b,\r\n',
  );
  expect(site).toBe("Letterboxd");
  expect(rows).toMatchObject([
    { line: 2, title: 'Good, the "Bad"', year: 1966, rating: 4.5, date: "2024-05-01", otherKind: "" },
    { line: 3, title: "Heat", year: Number.NaN, rating: Number.NaN, ratingText: "" },
  ]);
});

test("reads IMDb's export in any order of columns, and halves its ratings", async () => {
  const { site, rows } = await parse(
    "Title Type,Your Rating,Year,Const,Title,Date Rated,Genres\n" +
      'Movie,9,1999,tt0133093,The Matrix,2024-01-01,"Action, Sci-Fi"\n' +
      "tvSeries,10,2011,tt2085059,Black Mirror,2024-01-02,Drama\n" +
      "TV Episode,1,2011,x,Pilot,2024-01-02,Drama\n" +
      "Movie,0,2001,tt1,Nothing,2024-01-03,Drama\n" +
      "Movie,11,2001,tt1,Too much,2024-01-03,Drama\n",
  );
  expect(site).toBe("IMDb");
  expect(rows.map(({ title, rating }) => [title, rating])).toEqual([
    ["The Matrix", 4.5],
    ["Black Mirror", 5],
    ["Pilot", 0.5],
    ["Nothing", Number.NaN],
    ["Too much", Number.NaN],
  ]);
  expect(rows.map(({ otherKind }) => otherKind)).toEqual(["", "TV series", "TV episode", "", ""]);
  expect(rows[0].imdbNumber).toBe(133093);
  expect(rows[2].imdbNumber).toBeNaN();
});

test("a file that a spreadsheet saved with semicolons is read, too", async () => {
  const { rows } = await parse("Name;Year;Rating\nHeat;1995;4.5\n");
  expect(rows).toMatchObject([{ title: "Heat", year: 1995, rating: 4.5 }]);
});

test("another file is an error that says what was expected", async () => {
  await expect(parse("userId,movieId,rating\n1,2,3\n")).rejects.toThrow(
    'ratings.csv line 1: "userId, movieId, rating" are not the columns of an export of ratings; expected the columns const, your rating, title, year of IMDb or the columns name, year, rating of Letterboxd',
  );
  await expect(parse("Date,Name,Year,Letterboxd URI\n2024-05-01,Heat,1995,x\n")).rejects.toThrow(
    "a list of Letterboxd that has no ratings; give the file ratings.csv of the same export",
  );
  await expect(parse("")).rejects.toThrow("ratings.csv: the file is empty; export it again");
});
