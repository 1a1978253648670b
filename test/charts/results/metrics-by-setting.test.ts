import { expect, test } from "vitest";
import { seriesColor } from "../../../src/charts/parts/legend.js";
import { metricsBySetting } from "../../../src/charts/results/metrics-by-setting.js";

const words = {
  title: "How many <neighbours>?",
  setting: "neighbors",
  metrics: [{ name: "RMSE", lowerIsBetter: true }, { name: "P@10" }],
};
const lines = [
  {
    name: "tutorial",
    points: [
      { at: 1, values: [1.1, 0.02] },
      { at: 10, values: [1.0, 0.01] },
    ],
  },
  {
    name: "<b>repaired</b>",
    points: [
      { at: 10, values: [0.9, Number.NaN] },
      { at: 40, values: [0.95, 0.05] },
    ],
  },
];

interface Trace {
  x: string[];
  y: (number | null)[];
  yaxis: string;
  marker: { size: number[] };
}

test("a panel for each metric has a line for each model", () => {
  const { data, layout } = metricsBySetting({ ...words, lines });
  const traces = data as unknown as Trace[];
  expect(traces.map(({ yaxis }) => yaxis)).toEqual(["y", "y", "y2", "y2"]);
  expect(traces.map(({ y }) => y)).toEqual([
    [1.1, 1],
    [0.9, 0.95],
    [0.02, 0.01],
    [null, 0.05],
  ]);
  expect(layout.xaxis?.categoryarray).toEqual(["1", "10", "40"]);
  expect(layout.yaxis?.title).toMatchObject({ text: "RMSE" });
  expect(layout.yaxis2?.title).toMatchObject({ text: "P@10" });
});

test("panels stand one above the other, the first on top, and do not overlap", () => {
  const metrics = ["a", "b", "c"].map((name) => ({ name }));
  const three = [{ name: "line", points: [{ at: 1, values: [1, 2, 3] }] }];
  const { layout } = metricsBySetting({ ...words, metrics, lines: three });
  const domains = [layout.yaxis, layout.yaxis2, layout.yaxis3].map((axis) => axis?.domain ?? []);
  expect(domains[0]?.[1]).toBe(1);
  expect(domains[2]?.[0]).toBeCloseTo(0, 12);
  expect(domains[0]?.[0]).toBeGreaterThan(domains[1]?.[1] ?? 1);
  expect(domains[1]?.[0]).toBeGreaterThan(domains[2]?.[1] ?? 1);
  expect(layout.xaxis?.anchor).toBe("y3");
});

test("a ring marks the best of a line: the least error, the most hits", () => {
  const traces = metricsBySetting({ ...words, lines }).data as unknown as Trace[];
  const ringed = traces.map(({ marker: { size } }) => size.indexOf(Math.max(...size)));
  expect(ringed).toEqual([1, 0, 0, 1]);
});

test("without markBest no value has a ring, and the subtitle names none", () => {
  const { data, layout } = metricsBySetting({ ...words, lines, markBest: false });
  const traces = data as unknown as Trace[];
  for (const { marker } of traces) expect(new Set(marker.size).size).toBe(1);
  expect(JSON.stringify(layout)).not.toContain("ring");
  expect(JSON.stringify(metricsBySetting({ ...words, lines }).layout)).toContain("ring");
});

test("lines have the colours of other figures, the first one blue", () => {
  const traces = metricsBySetting({ ...words, lines }).data as unknown as { line: { color: string } }[];
  const colors = traces.map(({ line }) => line.color);
  expect(colors).toEqual([seriesColor(0), seriesColor(1), seriesColor(0), seriesColor(1)]);
});

test("nothing to show, and a point without one value for each metric, are refused", () => {
  expect(() => metricsBySetting({ ...words, lines: [] })).toThrow("nothing to show");
  expect(() => metricsBySetting({ ...words, metrics: [], lines })).toThrow("nothing to show");
  const odd = [{ name: "odd", points: [{ at: 5, values: [1] }] }];
  expect(() => metricsBySetting({ ...words, lines: odd })).toThrow(
    "1 values at 5; give one for each of the 2 metrics",
  );
});

test("text is shown as text, and the figure is plain JSON", () => {
  const text = JSON.stringify(metricsBySetting({ ...words, lines }));
  expect(text).not.toMatch(/<(?!\/?(br|span|extra))/);
  expect(JSON.parse(text)).toEqual(metricsBySetting({ ...words, lines }));
});
