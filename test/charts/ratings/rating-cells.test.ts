import { expect, test } from "vitest";
import { ratingCells } from "../../../src/charts/ratings/rating-cells.js";

const names = { title: "Who gave <what>", rows: ["Heat & Dust", "Clue"], columns: ["ann", "bob"] };

test("ratingCells shows numbers to two decimals, and nothing where there is none", () => {
  const { data, layout } = ratingCells([Float64Array.of(5, Number.NaN), [2.345, -0.001]], names);
  expect(data[0]).toMatchObject({
    z: [
      [5, null],
      [2.35, 0],
    ],
    zmin: -5,
    zmax: 5,
  });
  expect(layout.yaxis?.ticktext).toEqual(["Heat &#38; Dust", "Clue"]);
  expect(layout.title?.text).toContain("Who gave &#60;what&#62;");
});

test("the subtitle names the colours that occur", () => {
  const subtitleOf = (cells: number[][]) => ratingCells(cells, names).layout.title?.text;
  expect(
    subtitleOf([
      [5, Number.NaN],
      [2, 1],
    ]),
  ).toContain(">white is 0, blue is more, grey is none<");
  expect(
    subtitleOf([
      [5, 3],
      [2, -1],
    ]),
  ).toContain(">white is 0, blue is more, orange is less<");
});

test("white and darkest blue can be given, and a table of zeros has some too", () => {
  expect(
    ratingCells(
      [
        [1, 2],
        [3, 4],
      ],
      { ...names, range: [1, 10] },
    ).data[0],
  ).toMatchObject({ zmin: -8, zmax: 10 });
  expect(
    ratingCells(
      [
        [0, 0],
        [0, 0],
      ],
      names,
    ).data[0],
  ).toMatchObject({ zmin: -1, zmax: 1 });
});

test("it refuses a table whose rows or columns lack a name", () => {
  expect(() => ratingCells([[1, 2]], names)).toThrow("1 rows and names for 2 rows and 2 columns");
  expect(() => ratingCells([[1], [2]], names)).toThrow("give each its name");
  expect(() => ratingCells([], { title: "", rows: [], columns: [] })).toThrow("give each its name");
});
