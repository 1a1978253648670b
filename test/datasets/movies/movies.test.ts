import { describe, expect, test } from "vitest";
import { Movies } from "../../../src/datasets/movies/movies.js";

const movies = Movies.from([
  { itemId: 260, title: "Star Wars: Episode IV - A New Hope (1977)", genres: ["Action", "Sci-Fi"] },
  { itemId: 1196, title: "Star Wars: Episode V - The Empire Strikes Back (1980)", genres: [] },
  { itemId: 2571, title: "Matrix, The (1999) ", genres: [] },
  { itemId: 6365, title: "Matrix Reloaded, The (2003)", genres: [] },
  { itemId: 4973, title: "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)", genres: [] },
  { itemId: 305, title: "Ice Storm, The (1997)", genres: [] },
  { itemId: 865, title: "Ice Storm, The (1997)", genres: [] },
  { itemId: 40697, title: "Babylon 5", genres: [] },
]);

describe("Movies", () => {
  test("know titles without spaces at their end, genres and years", () => {
    expect(movies.count).toBe(8);
    expect(movies.title(2571)).toBe("Matrix, The (1999)");
    expect(movies.genres(260)).toEqual(["Action", "Sci-Fi"]);
    expect(movies.year(260)).toBe(1977);
    expect(movies.year(40697)).toBeNaN();
    expect(movies.ids[1]).toBe(1196);
    expect(() => movies.title(1)).toThrow("there is no movie with the id 1");
  });

  test("find an exact title, or the one with these words and this year", () => {
    expect(movies.find("Babylon 5")).toBe(40697);
    expect(movies.find("Star Wars (1977)")).toBe(260);
    expect(movies.find("The Matrix (1999)")).toBe(2571);
    expect(movies.find("matrix (1999)")).toBe(2571);
    expect(movies.find("The Matrix")).toBe(2571);
    expect(movies.find("Amélie (2001)")).toBe(4973);
  });

  test("list near titles where none fits", () => {
    expect(() => movies.find("Star Wars (1978)")).toThrow(
      /there is no movie "Star Wars \(1978\)"; similar titles are "Star Wars: Ep/,
    );
    expect(() => movies.find("Qzx")).toThrow("no title is similar");
    expect(() => movies.find("")).toThrow('there is no movie ""');
  });

  test("list all ids where several fit", () => {
    expect(() => movies.find("Ice Storm, The (1997)")).toThrow(
      '"Ice Storm, The (1997)" matches 2 movies; use the id of one: 305 "Ice Storm, The (1997)", 865 "Ice Storm, The (1997)"',
    );
    expect(() => movies.find("Star Wars")).toThrow(
      '"Star Wars" matches 2 movies; add the year, or write the whole title: "Star Wars: Episode IV - A New Hope (1977)", "',
    );
  });

  test("refuse an id that comes twice", () => {
    const twice = [1, 1].map((itemId) => ({ itemId, title: "A", genres: [] }));
    expect(() => Movies.from(twice)).toThrow('movie 1 is listed twice, as "A" and as "A"');
  });
});
