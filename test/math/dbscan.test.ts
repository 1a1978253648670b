import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dbscan } from "../../src/math/dbscan.js";

const golden = JSON.parse(readFileSync(new URL("../golden/groups.json", import.meta.url), "utf8"));

describe("dbscan", () => {
  test("by hand: a chain, one at the edge, one far away", () => {
    // With 3 within 1: 0 reaches two, 1 three, 2 three, 3 two; 9 nobody.
    const points = Float64Array.of(0, 1, 2, 3, 9);
    expect([...dbscan(points, 1, { radius: 1, minPoints: 3 })]).toEqual([0, 0, 0, 0, -1]);
    expect([...dbscan(points, 1, { radius: 1, minPoints: 4 })]).toEqual([-1, -1, -1, -1, -1]);
    expect([...dbscan(points, 1, { radius: 0.5, minPoints: 1 })]).toEqual([0, 1, 2, 3, 4]);
  });

  test("an edge point that was looked at before its core belongs to the group", () => {
    const points = Float64Array.of(0, 0.9, 1.1, 1.2, 5);
    expect([...dbscan(points, 1, { radius: 1, minPoints: 3 })]).toEqual([0, 0, 0, 0, -1]);
  });

  test.each(["apart", "overlapping"])("of points that are %s: labels are those of scikit-learn", (name) => {
    const { points, dbscan: cases } = golden[name];
    for (const { labels, ...options } of cases) {
      expect([...dbscan(Float64Array.from(points.flat()), points[0].length, options)]).toEqual(labels);
    }
  });

  test("of no points, and of equal ones", () => {
    expect(dbscan(new Float64Array(), 2, { radius: 1, minPoints: 1 })).toHaveLength(0);
    expect([...dbscan(Float64Array.of(2, 2, 2), 1, { radius: 1e-9, minPoints: 3 })]).toEqual([0, 0, 0]);
  });
});
