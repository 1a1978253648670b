import { expect, test } from "vitest";
import { palette } from "../../../src/charts/parts/theme.js";
import { type MetricBar, metricBars } from "../../../src/charts/results/metric-bars.js";

const words = { title: "Top lists", metric: "NDCG@10" };
const bars: MetricBar[] = [
  { name: "votes", value: 0.2 },
  { name: "surely more", value: 0.3, low: 0.25, high: 0.35 },
  { name: "perhaps more", value: 0.21, low: 0.19, high: 0.23 },
  { name: "surely less", value: 0.1, low: 0.08, high: 0.12 },
];

function parts(figure: ReturnType<typeof metricBars>) {
  const [trace] = figure.data as unknown as {
    x: number[];
    marker: { color: string[] };
    error_x?: { array: number[]; arrayminus: number[] };
  }[];
  return { trace, names: figure.layout.yaxis?.ticktext, title: figure.layout.title?.text };
}

test("a bar is coloured where the reference lies outside its whiskers", () => {
  const { trace, names } = parts(metricBars(bars, { ...words, reference: "votes" }));
  expect(names).toEqual(["votes: 0.200", "surely more: 0.300", "perhaps more: 0.210", "surely less: 0.100"]);
  expect(trace.x).toEqual([0.2, 0.3, 0.21, 0.1]);
  expect(trace.marker.color).toEqual([palette.grey, palette.blue, palette.grey, palette.orange]);
});

test("less is better for errors", () => {
  const { trace } = parts(metricBars(bars, { ...words, reference: "votes", lowerIsBetter: true }));
  expect(trace.marker.color).toEqual([palette.grey, palette.orange, palette.grey, palette.blue]);
});

test("whiskers reach from low to high, and bars without an interval have none", () => {
  const { trace } = parts(metricBars(bars, words));
  expect(trace.error_x?.array).toEqual([0, 0.05, 0.02, 0.02]);
  expect(trace.error_x?.arrayminus).toEqual([0, 0.05, 0.02, 0.02]);
  const plain = metricBars([{ name: "votes", value: 0.2 }], words);
  expect(parts(plain).trace.error_x).toBeUndefined();
  expect(parts(plain).title).not.toContain("whiskers");
});

test("without whiskers all bars are grey", () => {
  const plain = bars.map(({ name, value }) => ({ name, value }));
  const { trace } = parts(metricBars(plain, { ...words, reference: "votes" }));
  expect(new Set(trace.marker.color)).toEqual(new Set([palette.grey]));
});

test("a bar without a value is left out and counted in the subtitle", () => {
  const { names, title } = parts(metricBars([...bars, { name: "silent", value: Number.NaN }], words));
  expect(names).toHaveLength(bars.length);
  expect(title).toContain("1 without a value left out");
});

test("no values, and an unknown reference, are refused", () => {
  expect(() => metricBars([{ name: "silent", value: Number.NaN }], words)).toThrow("no bar with a value");
  expect(() => metricBars(bars, { ...words, reference: "mean" })).toThrow('no bar "mean"');
});

test("text is shown as text", () => {
  const figure = metricBars([{ name: "<b>x</b>", value: 1 }], {
    title: "<i>",
    metric: "<u>",
    reference: "<b>x</b>",
  });
  expect(JSON.stringify(figure)).not.toMatch(/<(?!\/?(br|span|extra))/);
});

test("a whisker goes no further than what is possible", () => {
  const bars = [{ name: "a", value: 0.1, low: -0.3, high: 1.2 }];
  const [trace] = metricBars(bars, { title: "", metric: "NDCG", range: [0, 1] }).data as {
    error_x: { array: number[]; arrayminus: number[] };
    customdata: string[];
  }[];
  expect(trace!.error_x).toMatchObject({ arrayminus: [0.1], array: [0.9] });
  expect(trace!.customdata).toEqual(["a: 0.1000, from 0.0000 to 1.0000"]);
});
