import { expect, test } from "vitest";
import { dotTrace } from "../../../src/charts/parts/dot-trace.js";

const options = { cellsPerUnit: 10, hovertemplate: "%{text}" };
const point = (x: number, y: number, name = "") => ({ x, y, name: () => name });
const dotsOf = (points: ReturnType<typeof point>[], more = {}) =>
  dotTrace(points, { ...options, ...more }) as unknown as {
    x: number[];
    y: number[];
    text: string[];
    marker: { color: number[] | string; colorbar?: { title: { text: string } } };
  };

test("points of one cell are one dot at their centre: the geometric mean of x, the mean of y", () => {
  // log10 of 100, 101 and 102 times 20 rounds to 40; 10 times 0.98, 1 and 1.02 rounds to 10.
  const { x, y } = dotsOf([point(100, 0.98), point(101, 1), point(102, 1.02), point(1000, 1)]);
  expect(x).toEqual([101, 1000]);
  expect(y).toEqual([1, 1]);
});

test("the cells of y are as high as asked", () => {
  const points = [point(10, 0.8), point(10, 1.2)];
  expect(dotsOf(points, { cellsPerUnit: 2 }).y).toEqual([1]);
  expect(dotsOf(points, { cellsPerUnit: 20 }).y).toEqual([0.8, 1.2]);
});

test("a dot names its first three points and counts the others", () => {
  const names = (count: number) =>
    dotsOf(Array.from({ length: count }, (_, k) => point(10, 1, `movie ${k}`))).text;
  expect(names(3)).toEqual(["movie 0<br>movie 1<br>movie 2"]);
  expect(names(4)).toEqual(["movie 0<br>movie 1<br>movie 2<br>and 1 other"]);
  expect(names(6)).toEqual(["movie 0<br>movie 1<br>movie 2<br>and 3 others"]);
});

test("a dot is as dark as the logarithm of its points, under a colour bar that says what they are", () => {
  const points = [...Array.from({ length: 100 }, () => point(10, 1)), point(500, 3)];
  const { marker } = dotsOf(points, { noun: "people" });
  expect(marker.color).toEqual([2, 0]);
  expect(marker.colorbar?.title.text).toBe("people");
});

test("with one colour there is no colour bar", () => {
  const { marker } = dotsOf([point(1, 1)], { color: "red" });
  expect(marker).toEqual({ size: 7, color: "red" });
});
