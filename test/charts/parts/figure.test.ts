import { expect, test } from "vitest";
import { figure } from "../../../src/charts/parts/figure.js";
import { theme } from "../../../src/charts/parts/theme.js";

const data = [{ type: "bar" as const, x: [1], y: [2] }];

test("figure sets a smaller subtitle under the title, and none where there is none", () => {
  const both = figure(data, { title: "Bars", subtitle: "two of them", x: "stars", y: "ratings" });
  expect(both.layout.title?.text).toMatch(/^Bars<br><span style="font-size: 13px.*">two of them<\/span>$/);
  expect(figure(data, { title: "Bars", x: "", y: "" }).layout.title?.text).toBe("Bars");
  expect(both.data).toBe(data);
});

test("an axis is a title, or settings that override the theme's", () => {
  const { layout } = figure(data, { title: "Bars", x: "stars", y: { ticks: "", dtick: 2 } });
  expect(layout.xaxis).toEqual({ ...theme.xaxis, title: { text: "stars", standoff: 12 } });
  expect(layout.yaxis).toEqual({ ...theme.yaxis, ticks: "", dtick: 2 });
});

test("layout overrides the theme, which stays as it was", () => {
  const before = structuredClone(theme);
  const { layout } = figure(data, { title: "Bars", x: "", y: "", layout: { height: 99 } });
  expect([layout.height, layout.width]).toEqual([99, theme.width]);
  Object.assign(layout.margin ?? {}, { l: 0 });
  expect(theme).toEqual(before);
});
