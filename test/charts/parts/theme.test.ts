import { expect, test } from "vitest";
import { colorScale } from "../../../src/charts/parts/theme.js";

test("colorScale puts its colours at equal steps from 0 to 1", () => {
  expect(colorScale("red", "white", "blue")).toEqual([
    [0, "red"],
    [0.5, "white"],
    [1, "blue"],
  ]);
});
