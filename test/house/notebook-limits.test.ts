import { expect, test } from "vitest";
import { notebookNames, notebookPath } from "../../scripts/lib/course-notebooks.mjs";
import { codeCells, readNotebook, textOf } from "../../scripts/lib/notebook.mjs";
import { wordsByCell } from "../../scripts/lib/notebook-length.mjs";
import { MIN_CLAIMS, REWRITTEN, tooLong } from "./notebook-limits.js";

const names = notebookNames();

test("the rewritten notebooks are notebooks of the course, and not too long", () => {
  expect(REWRITTEN.filter((name) => !names.includes(name))).toEqual([]);
  const long = REWRITTEN.flatMap((name) => tooLong(name, wordsByCell(readNotebook(notebookPath(name)))));
  expect(long).toEqual([]);
});

test.skipIf(REWRITTEN.length < names.length)(
  "the notebooks guard their sentences with claims (needs all of them rewritten)",
  () => {
    const cells = names.flatMap((name) => codeCells(readNotebook(notebookPath(name))));
    const claims = cells.flatMap(({ source }) => textOf(source).match(/\bclaim\(/g) ?? []);
    expect(claims.length).toBeGreaterThanOrEqual(MIN_CLAIMS);
  },
);

test("a notebook and a cell with too many words are named", () => {
  expect(tooLong("02-popularity", [90, 91])).toEqual([
    "02-popularity: prose cell 2 has 91 words; 90 are the most",
  ]);
  const many = Array.from({ length: 30 }, () => 90);
  expect(tooLong("02-popularity", many)).toEqual([
    "02-popularity has 2700 words outside folded parts; 2300 are the most",
  ]);
  expect(tooLong("07-factorization", many)).toEqual([]);
});
