import { expect, test } from "vitest";
import { curves } from "../../../src/charts/results/curves.js";

const words = { title: "Cost & <i>steps</i>", x: "step", y: "J" };
const line = { name: "<b>cost</b>", x: [0, 1, 2], y: Float64Array.of(9, Number.NaN, 1 / 3) };

test("curves draws each line through its points, and breaks it where a value is missing", () => {
  const { data } = curves([line], words);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ mode: "lines", x: [0, 1, 2], y: [9, null, 0.333333] });
  expect(curves([line], { ...words, dots: true }).data[0]).toMatchObject({ mode: "lines+markers" });
});

test("it names the lines in their colours, and the level that it dashes", () => {
  const { layout } = curves([line, { ...line, name: "other" }], {
    ...words,
    level: { name: "at 0", y: 809 },
  });
  expect(layout.title?.text).toContain("&#60;b&#62;cost&#60;/b&#62;</span>, <span");
  expect(layout.title?.text).toContain("other</span>; dashed: at 0");
  expect(layout.shapes).toMatchObject([{ y0: 809, y1: 809 }]);
  expect(curves([line], words).layout.shapes).toEqual([]);
});

test("years on its horizontal axis have no separators, other numbers do", () => {
  const separators = (x: number[]) =>
    curves([{ name: "cost", x, y: x }], words).layout.xaxis?.separatethousands;
  expect(separators([2003, 2004])).toBe(false);
  expect(separators([1000, 2000])).toBe(true);
});

test("it refuses lines that it cannot draw, and says why", () => {
  expect(() => curves([], words)).toThrow("curves has 0 lines; give it one to 4");
  expect(() => curves([{ name: "cost", x: [], y: [] }], words)).toThrow('"cost" has 0 x and 0 y');
  expect(() => curves([{ name: "cost", x: [1], y: [1, 2] }], words)).toThrow('"cost" has 1 x and 2 y');
});

test("its horizontal axis can be logarithmic", () => {
  const line = { name: "error", x: [1, 10, 80], y: [3, 2, 1] };
  const text = { title: "t", x: "<epochs>", y: "y" };
  const { layout } = curves([line], { ...text, logX: true });
  expect(layout.xaxis).toMatchObject({ type: "log", dtick: "D2", title: { text: "&#60;epochs&#62;" } });
  expect(curves([line], text).layout.xaxis?.type).toBeUndefined();
});
