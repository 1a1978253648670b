import { expect, test } from "vitest";
import { movieMap } from "../../../src/charts/likeness/movie-map.js";

const words = { title: "A map", x: "factor 1", y: "factor 2" };
const texts = (figure: ReturnType<typeof movieMap>) => (figure.data[0] as { text: string[] }).text;

test("movieMap puts each movie at its place, with its name", () => {
  const places = [
    { title: "<b>Heat</b> (1995)", x: -1, y: 0.123456 },
    { title: "Clue (1985)", x: 1, y: -1 },
  ];
  const figure = movieMap(places, words);
  expect(figure.data[0]).toMatchObject({ x: [-1, 1], y: [0.1235, -1] });
  expect(texts(figure)).toEqual(["&#60;b&#62;Heat&#60;/b&#62; (1995)", "Clue (1985)"]);
});

test("where names would cover each other, the movie farther out has its name and all show under the pointer", () => {
  const far = { title: "The farthest of all the movies there are (1999)", x: 5, y: 5 };
  const crowd = Array.from({ length: 60 }, (_, k) => ({
    title: `Movie ${k} in the crowd`,
    x: k / 1e4,
    y: k / 1e4,
  }));
  const figure = movieMap([...crowd, far, { title: "Opposite (2000)", x: -5, y: -5 }], words);
  const named = texts(figure).filter((text) => text !== "");
  expect(named).toContain("The farthest of all the mo… (1999)");
  expect(named).toContain("Opposite (2000)");
  expect(named).toContain("Movie 59 in the crowd");
  expect(named).not.toContain("Movie 0 in the crowd");
  expect(named.length).toBeLessThan(10);
  expect((figure.data[0] as { customdata: string[] }).customdata).toHaveLength(62);
});

test("movieMap draws movies at one place, and on one line", () => {
  const same = [1, 2].map((k) => ({ title: `Movie ${k}`, x: 3, y: 0 }));
  expect(movieMap(same, words).layout.xaxis?.range).toEqual([2, 4]);
});

test("it refuses no movies, and a movie without a place", () => {
  expect(() => movieMap([], words)).toThrow("ask for fewer ratings of each");
  expect(() => movieMap([{ title: "Heat", x: Number.NaN, y: 1 }], words)).toThrow('"Heat" is at (NaN, 1)');
});
