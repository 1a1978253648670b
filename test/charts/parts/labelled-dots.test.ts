import { expect, test } from "vitest";
import { labelledDots } from "../../../src/charts/parts/labelled-dots.js";

const plot = { width: 400, height: 300 };

test("axes have room beyond the outermost dots, and a name stands to the right of its dot", () => {
  const dots = [
    { title: "a", x: 0, y: 0 },
    { title: "b", x: 10, y: 100 },
  ];
  expect(labelledDots(dots, plot)).toEqual({
    xRange: [-1.2, 11.2],
    yRange: [-12, 112],
    text: ["a", "b"],
    textposition: ["middle right", "middle right"],
  });
});

test("a name that would leave the plot at the right stands at the left", () => {
  const dots = [
    { title: "left", x: 0, y: 0 },
    { title: "a rather long name", x: 1, y: 1 },
  ];
  expect(labelledDots(dots, plot).textposition).toEqual(["middle right", "middle left"]);
});

test("a name that would cover another dot or name moves to another side, or is left out", () => {
  const row = (count: number) =>
    Array.from({ length: count }, (_, k) => ({ title: `dot ${k}`, x: k / 1e6, y: 0 }));
  const far = { title: "far", x: 1, y: 1 };
  const { text, textposition } = labelledDots([...row(6), far], plot);
  expect(new Set(textposition.filter((_, k) => text[k] !== "")).size).toBeGreaterThan(2);
  expect(text.filter((name) => name === "")).toHaveLength(2);
});
