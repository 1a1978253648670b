import { expect, test } from "vitest";
import { palette } from "../../../src/charts/parts/theme.js";
import { intervalDots } from "../../../src/charts/results/interval-dots.js";

const words = { title: "Better?", measure: "difference (stars)" };
const intervals = [
  { name: "surely less", value: -0.5, low: -0.75, high: -0.25 },
  { name: "who knows", value: 0.25, low: -0.25, high: 1 },
  { name: "up to the line", value: 0.5, low: 0, high: 1 },
];

function traces(figure: ReturnType<typeof intervalDots>) {
  return figure.data as unknown as {
    x: number[];
    y: number[];
    marker: { color: string };
    error_x: { array: number[]; arrayminus: number[]; color: string };
  }[];
}

test("a dot stands at each value, with a bar from bound to bound, from top to bottom", () => {
  const figure = intervalDots(intervals, words);
  expect(
    traces(figure).map(({ x, y, error_x }) => [...x, ...y, ...error_x.arrayminus, ...error_x.array]),
  ).toEqual([
    [-0.5, 0, 0.25, 0.25],
    [0.25, 1, 0.5, 0.75],
    [0.5, 2, 0.5, 0.5],
  ]);
  expect(figure.layout.yaxis?.ticktext).toEqual(["surely less", "who knows", "up to the line"]);
  expect(figure.layout.yaxis?.range).toEqual([2.5, -0.5]);
});

test("an interval that holds the mark is grey, and nothing is where there is no mark", () => {
  const marked = intervalDots(intervals, { ...words, mark: 0 });
  const colors = [palette.blue, palette.grey, palette.grey];
  expect(traces(marked).map(({ marker }) => marker.color)).toEqual(colors);
  expect(traces(marked).map(({ error_x }) => error_x.color)).toEqual(colors);
  expect(marked.layout.shapes).toMatchObject([{ x0: 0, x1: 0, yref: "paper" }]);
  expect(marked.layout.title?.text).toContain("no significant difference");
  const plain = intervalDots(intervals, words);
  expect(new Set(traces(plain).map(({ marker }) => marker.color))).toEqual(new Set([palette.blue]));
  expect(plain.layout.shapes).toEqual([]);
  expect(plain.layout.title?.text).not.toContain("no significant difference");
});

test("no interval, and one without numbers, are refused", () => {
  expect(() => intervalDots([], words)).toThrow("intervalDots has no interval to show");
  const silent = [{ name: "silent", value: 1, low: Number.NaN, high: 2 }];
  expect(() => intervalDots(silent, words)).toThrow('"silent" is 1 between NaN and 2; give it three numbers');
});

test("a bar goes no further than what is possible", () => {
  const [dot] = traces(
    intervalDots([{ name: "ndcg", value: 0.1, low: -0.3, high: 1.2 }], { ...words, range: [0, 1] }),
  );
  expect(dot!.error_x).toMatchObject({ arrayminus: [0.1], array: [0.9] });
});
