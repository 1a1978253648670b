import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kMeans } from "../../src/math/k-means.js";
import { squaredDistance } from "../../src/math/squared-distance.js";

const golden = JSON.parse(readFileSync(new URL("../golden/groups.json", import.meta.url), "utf8"));

/** The same groups, numbered by their first point. */
function byFirst(labels: Iterable<number>): number[] {
  const order = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (!order.has(label)) order.set(label, order.size);
    return order.get(label)!;
  });
}

describe("kMeans", () => {
  test("by hand: 0, 1 and 9, 10, with ½ + ½ to their means", () => {
    const { labels, centers, cost } = kMeans(Float64Array.of(0, 1, 9, 10), 1, 2);
    expect(byFirst(labels)).toEqual([0, 0, 1, 1]);
    expect([...centers].sort((a, b) => a - b)).toEqual([0.5, 9.5]);
    expect(cost).toBe(1);
  });

  test.each(["apart", "overlapping"])(
    "of points that are %s: the best groups are those of scikit-learn",
    (name) => {
      const { points, "k-means": wanted } = golden[name];
      const found = kMeans(Float64Array.from(points.flat()), points[0].length, wanted.groups, {
        starts: 200,
      });
      expect(found.cost / wanted.cost).toBeCloseTo(1, 12);
      expect(byFirst(found.labels)).toEqual(byFirst(wanted.labels));
    },
  );

  test("one group is the mean of all; as many groups as points cost nothing", () => {
    const points = Float64Array.of(1, 2, 3, 6, 8, 1);
    expect([...kMeans(points, 2, 1).centers]).toEqual([4, 3]);
    const each = kMeans(points, 2, 3);
    expect(each.cost).toBe(0);
    expect([...each.labels].sort()).toEqual([0, 1, 2]);
  });

  test("more groups than points that differ are a RangeError", () => {
    const equal = Float64Array.of(1, 2, 1, 2, 1, 2);
    expect(kMeans(equal, 2, 1).cost).toBe(0);
    expect(() => kMeans(equal, 2, 2)).toThrow(
      "groups: 2 is more than the 1 of all that differ from each other",
    );
    expect(() => kMeans(Float64Array.of(0, 0, 5, 5), 1, 3)).toThrow("groups: 3 is more than the 2");
  });

  test("whatever the points: none is nearer to another center, no group is empty, centers are means", () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 99 }),
        (drawn, groups, seed) => {
          const points = Float64Array.from(drawn.slice(0, drawn.length - (drawn.length % 2)));
          const different = new Set(
            Array.from({ length: points.length / 2 }, (_, k) => `${points[2 * k]} ${points[2 * k + 1]}`),
          );
          fc.pre(different.size >= groups);
          const { labels, centers, cost } = kMeans(points, 2, groups, { starts: 2, seed });
          const sums = new Float64Array(2 * groups);
          const sizes = new Float64Array(groups);
          let total = 0;
          for (const [point, label] of labels.entries()) {
            sizes[label]!++;
            for (const k of [0, 1]) sums[2 * label + k]! += points[2 * point + k]!;
            const own = squaredDistance(points, point, centers, label, 2);
            total += own;
            for (let other = 0; other < groups; other++) {
              expect(own).toBeLessThanOrEqual(squaredDistance(points, point, centers, other, 2) + 1e-9);
            }
          }
          expect(Math.min(...sizes)).toBeGreaterThan(0);
          for (const [k, sum] of sums.entries()) expect(centers[k]).toBeCloseTo(sum / sizes[k >> 1]!, 9);
          expect(cost).toBeCloseTo(total, 9);
        },
      ),
    );
  });

  test.each([
    [5, [9, 6, 8, 6, 0, 5, 8, 7, 1, 9, 7, 1, 6, 8, 7, 5, 3, 9, 0, 3, 4, 7]],
    [4, [2, 6, 0, 4, 7, 9, 9, 5, 4, 2, 7, 6, 2, 7, 1, 8, 5, 1]],
  ])("a group that loses all its points on the way, one of %i here, takes another", (groups, points) => {
    const { labels } = kMeans(Float64Array.from(points), 2, groups, { starts: 1, seed: 1 });
    expect(new Set(labels).size).toBe(groups);
  });

  test("more starts never cost more, the same seed gives the same groups, and it can be stopped", () => {
    const { points } = golden.overlapping;
    const flat = Float64Array.from(points.flat());
    const cost = (starts: number) => kMeans(flat, 4, 6, { starts, seed: 3 }).cost;
    expect(cost(30)).toBeLessThanOrEqual(cost(5));
    expect(cost(5)).toBeLessThanOrEqual(cost(1));
    expect(cost(5)).toBe(cost(5));
    const steps: number[] = [];
    kMeans(flat, 4, 6, { starts: 2, onProgress: ({ done }) => steps.push(done) });
    expect(steps).toEqual([0, 1, 2]);
    expect(() => kMeans(flat, 4, 6, { signal: AbortSignal.abort(new Error("enough")) })).toThrow("enough");
  });
});
