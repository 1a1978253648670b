import { expect, test } from "vitest";
import { factorTable } from "../../../src/charts/likeness/factor-table.js";

const rows = [
  { name: "Heat & Dust", factors: [1, 2] },
  { name: "Clue", factors: Float64Array.of(-2, 0.5) },
  { name: "Big", factors: [0, 0] },
];
const columns = [
  { name: "<ann>", factors: [2, 1] },
  { name: "bob", factors: [0, 3] },
];
const title = "Factors";

test("each cell is the product of the factors at its row and its column", () => {
  const { data, layout } = factorTable({ title, rows, columns });
  expect(data).toMatchObject([
    {
      z: [
        [1, 2],
        [-2, 0.5],
        [0, 0],
      ],
      zmax: 3,
    },
    {
      z: [
        [2, 0],
        [1, 3],
      ],
      zmin: -3,
    },
    {
      z: [
        [4, 6],
        [-3.5, 1.5],
        [0, 0],
      ],
      zmax: 6,
    },
  ]);
  expect(layout.xaxis?.ticktext).toEqual(["factor 1", "factor 2", "&#60;ann&#62;", "bob"]);
  expect(layout.yaxis?.ticktext).toEqual(["factor 1", "factor 2", "Heat &#38; Dust", "Clue", "Big"]);
});

test("factors lie outside the table, in the order of their numbers", () => {
  const { data } = factorTable({ title, rows, columns });
  expect(data).toMatchObject([
    { x: [-2.25, -1.25], y: [0, 1, 2] },
    { x: [0, 1], y: [-2.25, -1.25] },
    { x: [0, 1], y: [0, 1, 2] },
  ]);
});

test("ratings stand in brackets, where there are any", () => {
  const ratings = [
    [5, Number.NaN],
    [Number.NaN, 2],
    [1, 0.5],
  ];
  const { data, layout } = factorTable({ title, rows, columns, ratings });
  expect(data[2]).toMatchObject({
    text: [
      ["4 (5)", "6"],
      ["-3.5", "1.5 (2)"],
      ["0 (1)", "0 (0.5)"],
    ],
  });
  expect(layout.title?.text).toContain("in brackets the rating");
});

test("other numbers of factors, or ratings of another shape, are refused", () => {
  const odd = [{ name: "eve", factors: [1] }];
  expect(() => factorTable({ title, rows, columns: odd })).toThrow('"eve" has 1 factors, "Heat & Dust" 2');
  expect(() => factorTable({ title, rows: [], columns })).toThrow("needs rows and columns");
  expect(() => factorTable({ title, rows, columns, ratings: [[1, 2]] })).toThrow("3 rows and 2 columns");
});
