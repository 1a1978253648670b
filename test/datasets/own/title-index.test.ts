import { expect, test } from "vitest";
import { TitleIndex } from "../../../src/datasets/own/title-index.js";
import { someMovies } from "./hand-made.js";

const index = new TitleIndex(someMovies);
const titleOf = (title: string, year = Number.NaN) => {
  const found = index.find(title, year);
  return "itemId" in found ? someMovies.title(found.itemId) : found.reason;
};

test.each([
  ["The Matrix", 1999, "Matrix, The (1999)"],
  ["Matrix", 1999, "Matrix, The (1999)"],
  ["the matrix", Number.NaN, "Matrix, The (1999)"],
  ["Star Wars", 1977, "Star Wars: Episode IV - A New Hope (1977)"],
  ["Se7en", 1995, "Seven (a.k.a. Se7en) (1995)"],
  ["Le Fabuleux Destin d’Amelie Poulain", 2001, "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)"],
  ["Pride and Prejudice", 2005, "Pride & Prejudice (2005)"],
  ["12 Monkeys", 1995, "Twelve Monkeys (a.k.a. 12 Monkeys) (1995)"],
  [
    "The Good, the Bad and the Ugly",
    1966,
    "Good, the Bad and the Ugly, The (Buono, il brutto, il cattivo, Il) (1966)",
  ],
])("%s (%d) is %s", (title, year, expected) => {
  expect(titleOf(title, year)).toBe(expected);
});

test("a year may be off by one, but the right year comes first", () => {
  expect(titleOf("Heat", 1996)).toBe("Heat (1995)");
  expect(titleOf("Sabrina", 1995)).toBe("Sabrina (1995)");
  expect(titleOf("Heat", 1986)).toBe("the title is there, but of 1995 and not 1986");
});

test("a title that fits several movies, or none, has the reason", () => {
  expect(titleOf("Sabrina")).toBe('it can be "Sabrina (1954)" or "Sabrina (1995)"; add the year');
  expect(titleOf("It", 2017)).toBe("no movie has this title");
  expect(titleOf("…", 2017)).toBe("no movie has this title");
});
