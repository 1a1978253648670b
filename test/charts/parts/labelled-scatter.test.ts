import { expect, test } from "vitest";
import { labelledDots } from "../../../src/charts/parts/labelled-dots.js";
import { labelledScatter } from "../../../src/charts/parts/labelled-scatter.js";

const dots = [
  { title: "<b>", x: 1 / 3, y: 10_000 / 3 },
  { title: "far", x: -2, y: 5 },
];
const options = {
  title: "<i>",
  subtitle: "two",
  x: "<x>",
  y: "<y>",
  size: { width: 500, height: 400 },
  marker: { color: "red" },
  zero: { zeroline: false },
};

test("each dot stands at its place, to four digits, with its name under the pointer", () => {
  const { data } = labelledScatter(dots, options);
  expect(data[0]).toMatchObject({
    x: [0.3333, -2],
    y: [3333, 5],
    customdata: ["&#60;b&#62;", "far"],
    marker: { size: 8, color: "red" },
  });
});

test("names are placed in what the margins leave of the figure, and the axes make room for them", () => {
  const grid = Array.from({ length: 60 }, (_, k) => ({ title: `dot ${k}`, x: k % 6, y: Math.floor(k / 6) }));
  const { data, layout } = labelledScatter(grid, options);
  const { text, textposition, xRange, yRange } = labelledDots(grid, { width: 408, height: 252 });
  expect(text).toContain("");
  expect(data[0]).toMatchObject({ text, textposition });
  expect([layout.xaxis?.range, layout.yaxis?.range]).toEqual([xRange, yRange]);
  expect([layout.width, layout.height]).toEqual([500, 400]);
  expect(layout.margin).toEqual({ l: 64, r: 28, t: 80, b: 68 });
});

test("title and axes show their text as text, and both axes draw 0 alike", () => {
  const { layout } = labelledScatter(dots, options);
  expect(layout.title?.text).toMatch(/^&#60;i&#62;<br>.*two/);
  expect(layout.xaxis).toMatchObject({ title: { text: "&#60;x&#62;" }, zeroline: false });
  expect(layout.yaxis).toMatchObject({ title: { text: "&#60;y&#62;" }, zeroline: false });
});
