import { expect, test } from "vitest";
import { factorSteps } from "../../../src/charts/likeness/factor-steps.js";

const step = (name: string, x: number) => ({
  name,
  items: [{ name: "Heat", factors: [x, 0] }],
  users: [{ name: "<ann>", factors: Float64Array.of(0, -2) }],
});

test("each step has a panel with an arrow and a name for each item and user", () => {
  const { data, layout } = factorSteps([step("start", 1), step("end", 4)], { title: "<Learning>" });
  expect(data).toMatchObject([
    { x: [1, 0], y: [0, -2], xaxis: "x", yaxis: "y" },
    { x: [4, 0], y: [0, -2], xaxis: "x2", yaxis: "y2" },
  ]);
  const arrows = layout.annotations?.filter(({ showarrow }) => showarrow);
  expect(arrows).toMatchObject([
    { x: 1, y: 0, ax: 0, ay: 0, axref: "x" },
    { x: 0, y: -2, axref: "x" },
    { x: 4, y: 0, axref: "x2" },
    { x: 0, y: -2, axref: "x2" },
  ]);
  const names = layout.annotations?.filter(({ text }) => text).map(({ text }) => text);
  expect(names?.slice(1, 3)).toEqual(["Heat", "&#60;ann&#62;"]);
  expect(names?.[3]).toContain(">end<");
  expect(layout.title?.text).toContain("&#60;Learning&#62;");
});

test("all panels and axes have one scale, and room for the longest arrow and 0", () => {
  const { layout } = factorSteps([step("start", 1), step("end", 4)], { title: "Learning" });
  for (const axis of [layout.xaxis, layout.xaxis2]) {
    expect(axis?.range?.[0]).toBeCloseTo(-0.8);
    expect(axis?.range?.[1]).toBeCloseTo(4.8);
  }
  for (const axis of [layout.yaxis, layout.yaxis2]) {
    expect(axis?.range?.[0]).toBeCloseTo(-3.8);
    expect(axis?.range?.[1]).toBeCloseTo(1.8);
  }
});

test("panels are in rows of three", () => {
  const { layout } = factorSteps(
    Array.from({ length: 4 }, (_, k) => step(`${k}`, k)),
    { title: "Learning" },
  );
  expect(layout.xaxis4?.domain?.[0]).toBe(0);
  expect(layout.yaxis4?.domain?.[0]).toBe(0);
  expect(layout.yaxis?.domain?.[0]).toBeGreaterThan(0.5);
  expect(layout.yaxis3?.domain).toEqual(layout.yaxis?.domain);
});

test("no step, too many, and other than two factors are refused", () => {
  expect(() => factorSteps([], { title: "" })).toThrow("has 0 steps; give it one to 6");
  const three = { name: "start", items: [{ name: "Heat", factors: [1, 2, 3] }], users: [] };
  expect(() => factorSteps([three], { title: "" })).toThrow('"Heat" has 3 factors; give it two');
});
