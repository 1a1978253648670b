import { describe, expect, test } from "vitest";
import { type GroupPanel, groupPanels } from "../../../src/charts/likeness/group-panels.js";
import { seriesColor } from "../../../src/charts/parts/legend.js";
import { palette } from "../../../src/charts/parts/theme.js";

const points = [
  { name: "<b>Ann</b>", at: [1, 8] },
  { name: "Dee", at: [8, 9] },
];
const start: GroupPanel = {
  name: "start",
  centers: [
    [1, 8],
    [2, 8],
  ],
};
const join: GroupPanel = { ...start, name: "join", labels: [0, 1] };
const move: GroupPanel = {
  ...join,
  name: "move",
  centers: [
    [1, 8],
    [8, 9],
  ],
  from: start.centers,
};
const text = { title: "<i>Steps</i>", x: "action", y: "romance" };

describe("groupPanels", () => {
  test("colours points by their group, grey before, and centers by theirs", () => {
    const { data } = groupPanels(points, [start, join], text);
    const colors = data.map((trace) => (trace as { marker: { color: string[] } }).marker.color);
    const both = [seriesColor(0), seriesColor(1)];
    expect(colors).toEqual([both, [palette.grey, palette.grey], both, both]);
    expect(data[1]).toMatchObject({ x: [1, 8], y: [8, 9], text: ["&#60;b&#62;Ann&#60;/b&#62;", "Dee"] });
  });

  test("draws a line from where a center was, and none where it has not been elsewhere", () => {
    const { data } = groupPanels(points, [join, move], text);
    const lines = data.filter((trace) => (trace as { mode?: string }).mode === "lines");
    expect(lines).toMatchObject([{ x: [1, 1, null, 2, 8, null], y: [8, 8, null, 8, 9, null], xaxis: "x2" }]);
  });

  test("writes a name below its dot where a center is above", () => {
    const above: GroupPanel = { ...join, centers: [[1, 8.5], points[1]!.at] };
    const { data } = groupPanels(points, [above], text);
    expect(data.at(-1)).toMatchObject({ textposition: ["bottom center", "top center"] });
  });

  test("has rows of three panels on the same axes, with names at the left and below", () => {
    const { layout } = groupPanels(points, [start, join, move, start], text);
    const axes = ["xaxis", "xaxis2", "xaxis3", "xaxis4", "yaxis", "yaxis2", "yaxis3", "yaxis4"].map(
      (name) =>
        (layout as Record<string, { range: number[]; domain: number[]; title: { text: string } }>)[name]!,
    );
    expect(axes.map(({ title }) => title.text)).toEqual([
      "",
      "action",
      "action",
      "action",
      "romance",
      "",
      "",
      "romance",
    ]);
    expect(new Set(axes.slice(0, 4).map(({ range }) => String(range)))).toEqual(new Set(["0.02,8.98"]));
    expect(axes[3]!.domain).toEqual(axes[0]!.domain);
    expect(axes[7]!.domain[1]).toBeLessThan(axes[4]!.domain[0]!);
    expect(axes[1]!.domain[0]).toBeGreaterThan(axes[0]!.domain[1]!);
    expect(layout.annotations?.map((each) => each.text)).toEqual(["start", "join", "move", "start"]);
    expect(layout.title?.text).toContain("&#60;i&#62;Steps&#60;/i&#62;");
  });

  test("a few dots are above the crosses, and many below them", () => {
    const symbolsOf = (count: number) => {
      const many = Array.from({ length: count }, (_, k) => ({ at: [k, k] }));
      const { data } = groupPanels(many, [{ name: "start", centers: [[1, 1]] }], text);
      return data.map((trace) => (trace as { marker: { symbol?: string } }).marker.symbol);
    };
    expect(symbolsOf(100)).toEqual(["x", undefined]);
    expect(symbolsOf(101)).toEqual([undefined, "x"]);
  });

  test("a point in the place of the only center, and points without names", () => {
    const { data, layout } = groupPanels([{ at: [2, 2] }], [{ name: "one", centers: [[2, 2]] }], text);
    expect(layout.xaxis?.range).toEqual([1, 3]);
    expect(data[1]).toMatchObject({ mode: "markers" });
  });

  test("refuses nothing to draw, and labels that do not fit", () => {
    expect(() => groupPanels([], [start], text)).toThrow(
      "groupPanels has 0 points and 1 panels; give it one",
    );
    expect(() => groupPanels(points, [{ ...join, labels: [0] }], text)).toThrow(
      'groupPanels: "join" has 1 labels; give it one for each of the 2 points',
    );
  });
});
