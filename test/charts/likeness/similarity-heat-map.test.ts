import { expect, test } from "vitest";
import { similarityHeatMap } from "../../../src/charts/likeness/similarity-heat-map.js";

const titles = ["Heat (1995)", "Casino (1995)", "Ronin (1998)"];
const matrix = [
  [1, -0.2, 0.5],
  [-0.2, 1, Number.NaN],
  [0.5, Number.NaN, 1],
];

function parts(figure: ReturnType<typeof similarityHeatMap>) {
  const [map] = figure.data as {
    z: (number | null)[][];
    zmin: number;
    zmax: number;
    texttemplate?: string;
  }[];
  return {
    map,
    labels: figure.layout.xaxis?.ticktext,
    width: figure.layout.width,
    height: figure.layout.height,
  };
}

test("a row is followed by the one most similar to it, and labels follow", () => {
  const { map, labels } = parts(similarityHeatMap(matrix, { titles }));
  expect(labels).toEqual(["Heat (1995)", "Ronin (1998)", "Casino (1995)"]);
  expect(map.z).toEqual([
    [null, 0.5, -0.2],
    [0.5, null, null],
    [-0.2, null, null],
  ]);
});

const long = [
  "Seven (a.k.a. Se7en) (1995)",
  "Star Wars: Episode V - The Empire Strikes Back (1980)",
  "Ronin",
];

test("a long title has two lines at the left and one below, without its other titles", () => {
  const { layout } = similarityHeatMap(matrix, { titles: long, sorted: false });
  expect(layout.yaxis?.ticktext).toEqual([
    "Seven (1995)",
    "Star Wars: Episode V - The<br>Empire Strikes Back (1980)",
    "Ronin",
  ]);
  expect(layout.xaxis?.ticktext).toEqual([
    "Seven (1995)",
    "Star Wars: Episode V - The Empire Strikes Back (1980)",
    "Ronin",
  ]);
});

test.each([2, 8, 9, 30])("of %i rows, each has room for two lines above the longest label", (rows) => {
  const square = Array.from({ length: rows }, () => new Float64Array(rows));
  const titlesOf = (name: string) => square.map(() => name);
  const { height: low = 0 } = parts(similarityHeatMap(square, { titles: titlesOf("") }));
  expect((low - 125) / rows).toBeGreaterThanOrEqual(29);
  const { height = 0 } = parts(similarityHeatMap(square, { titles: titlesOf(long[1]!) }));
  const slope = Math.sin((50 * Math.PI) / 180);
  expect(height - low).toBe(Math.ceil(6 * long[1]!.length * slope));
});

test("rows stay in the order given where asked", () => {
  const { map, labels } = parts(similarityHeatMap(matrix, { titles, sorted: false }));
  expect(labels).toEqual(titles);
  expect(map.z[0]).toEqual([null, -0.2, 0.5]);
});

test("white is 0: the colours reach equally far on both sides, to the largest similarity off the diagonal", () => {
  const { map } = parts(similarityHeatMap(matrix, { titles }));
  expect([map.zmin, map.zmax]).toEqual([-0.5, 0.5]);
});

test("rows without any defined similarity are drawn grey and in order", () => {
  const nothing = matrix.map((row) => row.map(() => Number.NaN));
  const { map, labels } = parts(similarityHeatMap(nothing, { titles }));
  expect(map.z.flat().every((cell) => cell === null)).toBe(true);
  expect([labels, map.zmax]).toEqual([titles, 1]);
});

test("many rows have no numbers in their cells, and more room", () => {
  const many = Array.from({ length: 40 }, () => new Float64Array(40));
  const large = parts(similarityHeatMap(many, { titles: many.map((_, row) => `movie ${row}`) }));
  const small = parts(similarityHeatMap(matrix, { titles }));
  expect([small.map.texttemplate, large.map.texttemplate]).toEqual(["%{z:.2f}", undefined]);
  expect(large.height).toBeGreaterThan(small.height ?? 0);
  expect(large.width).toBeGreaterThan(small.width ?? 0);
});

test("a single row, and rows without a title each, are refused", () => {
  expect(() => similarityHeatMap([[1]], { titles: ["Heat"] })).toThrow("at least two rows");
  expect(() => similarityHeatMap(matrix, { titles: titles.slice(1) })).toThrow("3 rows and 2 titles");
});

test("text is shown as text", () => {
  const figure = similarityHeatMap(matrix, { titles: ["<img>", "<b>", "b"], title: "<i>x</i>" });
  expect(JSON.stringify(figure)).not.toMatch(/<(?!\/?(br|span|extra))/);
});
