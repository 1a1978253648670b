import { describe, expect, test } from "vitest";
import { labelAxis, logAxis, rightAxisAnchor, rowAxis } from "../../../src/charts/parts/axes.js";

test("labelAxis has a tick with a name for each row, at its number", () => {
  expect(labelAxis(["a", "b"])).toMatchObject({
    tickvals: [0, 1],
    ticktext: ["a", "b"],
    showgrid: false,
    ticks: "",
  });
});

test("rowAxis has the first name on top, and half a row of space at both ends", () => {
  const axis = rowAxis(["a", "b", "c"]);
  expect(axis).toMatchObject({ tickvals: [0, 1, 2], ticktext: ["a", "b", "c"], range: [2.5, -0.5] });
  expect(axis).not.toHaveProperty("showgrid");
});

describe("logAxis", () => {
  test("labels 1, 2 and 5 of each power of ten below 1000", () => {
    expect(logAxis("ratings", 999)).toMatchObject({ type: "log", dtick: "D2", title: { text: "ratings" } });
  });

  test("labels only powers of ten from 1000 on", () => {
    expect(logAxis("ratings", 1000).dtick).toBe(1);
  });
});

test("rightAxisAnchor is a trace on the second axis that shows nothing", () => {
  expect(rightAxisAnchor("5")).toMatchObject({ x: ["5"], y: [null], yaxis: "y2", hoverinfo: "skip" });
});
