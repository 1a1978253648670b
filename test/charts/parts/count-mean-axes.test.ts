import { expect, test } from "vitest";
import { countMeanAxes } from "../../../src/charts/parts/count-mean-axes.js";

const text = { x: "ratings", y: "mean" };

test("the axes have room for the most ratings and for the whole scale", () => {
  const { x, y } = countMeanAxes({ least: 1, most: 100, scale: { min: 1, max: 5 }, ...text });
  expect(x).toMatchObject({ type: "log", range: [-0.1, 2.1], title: { text: "ratings" } });
  expect(y).toMatchObject({ range: [0.8, 5.2], title: { text: "mean" } });
});

test("there are as many cells on any scale, also on one of a single value", () => {
  const cells = (min: number, max: number) =>
    countMeanAxes({ least: 1, most: 1, scale: { min, max }, ...text }).cellsPerUnit * (max - min);
  expect(cells(0.5, 5)).toBeCloseTo(cells(0, 100), 9);
  expect(countMeanAxes({ least: 1, most: 1, scale: { min: 3, max: 3 }, ...text }).cellsPerUnit).toBe(45);
});

test("labels are at 1, 2 and 5 over less than three powers of ten", () => {
  const ticks = (least: number, most: number) =>
    countMeanAxes({ least, most, scale: { min: 1, max: 5 }, ...text }).x.dtick;
  expect([ticks(20, 2700), ticks(1, 900), ticks(1, 2700)]).toEqual(["D2", "D2", 1]);
});
