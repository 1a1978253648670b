import { expect, test } from "vitest";
import { coloredNames, coloredText, seriesColor, seriesColors } from "../../../src/charts/parts/legend.js";
import { palette } from "../../../src/charts/parts/theme.js";

test("coloredText shows text from data as text, in its colour", () => {
  expect(coloredText("<b>", "#123456")).toBe('<span style="color: #123456">&#60;b&#62;</span>');
});

test("coloredNames gives each name the colour of its line", () => {
  expect(coloredNames(["a", "b"])).toEqual([
    coloredText("a", seriesColor(0)),
    coloredText("b", seriesColor(1)),
  ]);
});

test("the colours of series differ, grey is none of them, and they repeat after the last", () => {
  expect(new Set(seriesColors).size).toBe(6);
  expect(seriesColors).not.toContain(palette.grey);
  expect(seriesColor(0)).toBe(palette.blue);
  expect(seriesColor(seriesColors.length + 1)).toBe(seriesColor(1));
});
