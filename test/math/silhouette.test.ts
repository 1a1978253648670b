import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { silhouettes } from "../../src/math/silhouette.js";

const golden = JSON.parse(readFileSync(new URL("../golden/groups.json", import.meta.url), "utf8"));

describe("silhouettes", () => {
  test("by hand: 0, 1 and 9, 10", () => {
    const found = silhouettes(Float64Array.of(0, 1, 9, 10), 1, Int32Array.of(0, 0, 1, 1));
    expect([...found]).toEqual([8.5 / 9.5, 7.5 / 8.5, 7.5 / 8.5, 8.5 / 9.5]);
  });

  test.each(["apart", "overlapping"])("of points that are %s: those of scikit-learn", (name) => {
    const { points, "k-means": groups, silhouettes: wanted } = golden[name];
    const found = silhouettes(
      Float64Array.from(points.flat()),
      points[0].length,
      Int32Array.from(groups.labels),
    );
    expect(found).toHaveLength(wanted.length);
    for (const [k, value] of found.entries()) expect(value).toBeCloseTo(wanted[k], 12);
  });

  test("a point alone has 0, one without a group NaN and no say, one group has none, equal points 0", () => {
    const points = Float64Array.of(0, 1, 9, 100);
    const [first, second, alone, outside] = silhouettes(points, 1, Int32Array.of(0, 0, 1, -1));
    expect([first, second, alone]).toEqual([8 / 9, 7 / 8, 0]);
    expect(outside).toBeNaN();
    expect([...silhouettes(points, 1, new Int32Array(4))]).toEqual(Array(4).fill(Number.NaN));
    expect([...silhouettes(new Float64Array(4), 1, Int32Array.of(0, 0, 1, 1))]).toEqual([0, 0, 0, 0]);
  });
});
