import { expect, test } from "vitest";
import { singularValues } from "../../../src/charts/likeness/singular-values.js";

const raw = { name: "raw", values: [32.7646669, 16.8, 0] };
const centered = { name: "<b>", values: Float64Array.of(6.8, 4.5) };

test("singularValues has a bar for each value, counted from 1, and a line at the regularization", () => {
  const { data, layout } = singularValues([raw, centered], { regularization: 30 });
  expect(data).toMatchObject([
    { x: [1, 2, 3], y: [32.7647, 16.8, 0] },
    { x: [1, 2], y: [6.8, 4.5] },
  ]);
  expect(layout.shapes).toMatchObject([{ y0: 30, y1: 30 }]);
  expect(layout.title?.text).toContain("&#60;b&#62;</span>; dashed: regularization 30");
});

test("it refuses nothing to draw", () => {
  expect(() => singularValues([], { regularization: 1 })).toThrow("give it one to 4");
  expect(() => singularValues([{ name: "raw", values: [] }], { regularization: 1 })).toThrow(
    '"raw" has no values',
  );
});
