import { expect, test } from "vitest";
import { titleDifference } from "../../../src/notebook/judging/title-difference.js";

test.each([
  ["Matrix, The (1999)", "Matrix, The (1999)", "none"],
  [" Matrix, The (1999) ", "Matrix, The (1999)", "none"],
  ["The Matrix (1999)", "Matrix, The (1999)", "article"],
  ["A Streetcar Named Desire (1951)", "Streetcar Named Desire, A (1951)", "article"],
  ["matrix, the (1999)", "Matrix, The (1999)", "case"],
  ["Matrix (1999)", "Matrix, The (1999)", "case"],
  ["Amelie (2001)", "Amélie (2001)", "case"],
  ["Schindlers List (1993)", "Schindler's List (1993)", "case"],
  ["Heat", "Heat (1995)", "year"],
  ["the matrix", "Matrix, The (1999)", "year"],
  ["Heat (1986)", "Heat (1995)", undefined],
  ["Heat", "Heat and Dust (1983)", undefined],
  ["1984", "Nineteen Eighty-Four (1984)", undefined],
  ["", "Heat (1995)", undefined],
])("%o is to %o: %o", (given, title, difference) => {
  expect(titleDifference(given, title)).toBe(difference);
});
