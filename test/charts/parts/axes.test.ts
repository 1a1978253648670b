import { expect, test } from "vitest";
import { labelAxis } from "../../../src/charts/parts/axes.js";

test("labelAxis puts each name at its place, and draws nothing else", () => {
  const labels = ["a", "b"];
  expect(labelAxis(labels)).toMatchObject({ tickvals: [0, 1], ticktext: labels, showgrid: false, ticks: "" });
});
