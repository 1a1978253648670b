import { describe, expect, test } from "vitest";
import { MovieSearch } from "../../../pages/front/movie-search.js";

const titles = [
  "The Matrix (1999)",
  "The Matrix Reloaded (2003)",
  "The Animatrix (2003)",
  "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
  "Schindler's List (1993)",
  "WALL·E (2008)",
  "Thelma & Louise (1991)",
  "Enter the Matrix (2010)",
  "Theatre of Blood (1973)",
];
const fans = [100, 50, 5, 80, 90, 70, 30, 200, 2];
const movies = new MovieSearch(new Map(titles.map((title, id) => [id, title])), (id) => fans[id]!);
const found = (text: string) => movies.search(text).found.map(({ title }) => title);

describe("MovieSearch", () => {
  test("takes the beginnings of words in any order, and titles that begin with them first", () => {
    expect(found("matrix")).toEqual([titles[0], titles[1], titles[7]]);
    expect(found("Matrix, the")).toEqual([titles[7], titles[0], titles[1]]);
    expect(found("the matrix")).toEqual([titles[0], titles[1], titles[7]]);
    expect(found("mat rel")).toEqual([titles[1]]);
    expect(found("matrix 1999")).toEqual([titles[0]]);
  });

  test("ignores case, accents, apostrophes and signs", () => {
    expect(found("AMÉLIE")).toEqual([titles[3]]);
    expect(found("fabuleux amelie")).toEqual([titles[3]]);
    expect(found("schindlers list")).toEqual([titles[4]]);
    expect(found("schindler’s")).toEqual([titles[4]]);
    expect(found("wall-e")).toEqual([titles[5]]);
    expect(found("thelma and louise")).toEqual([titles[6]]);
    expect(found("thelma & lou")).toEqual([titles[6]]);
  });

  test("an article alone is a word like others", () => {
    expect(found("the")).toContain(titles[8]);
    expect(found("the")).toContain(titles[0]);
  });

  test("without a match gives similar titles, and says so", () => {
    expect(movies.search("Mattrix")).toEqual({
      found: expect.arrayContaining([{ itemId: 0, title: titles[0] }]),
      matches: false,
    });
    expect(movies.search("qqqqq")).toEqual({ found: [], matches: false });
  });

  test("finds nothing for nothing, and at most the given count", () => {
    expect(movies.search(" .,-")).toEqual({ found: [], matches: true });
    expect(movies.search("t", 3).found).toHaveLength(3);
  });
});
