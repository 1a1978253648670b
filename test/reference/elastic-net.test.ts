import fc from "fast-check";
import { expect, test } from "vitest";
import { elasticNet } from "../../src/reference/elastic-net.js";

test("gives the weights that are worked out on paper", () => {
  // x = (1, 1, 0), y = (1, 1, 1): (x·y − l1) / (x·x + l2) = (2 − 0.5) / (2 + 1).
  expect(elasticNet([[1, 1, 0]], [1, 1, 1], { l1: 0.5, l2: 1, positiveOnly: true })).toEqual([0.5]);
  // Columns at right angles do not influence each other: (4 − 1) / (1 + 1), (−3 + 1) / (1 + 1) or
  // none.
  const columns = [
    [1, 0],
    [0, 1],
  ];
  expect(elasticNet(columns, [4, -3], { l1: 1, l2: 1, positiveOnly: false })).toEqual([1.5, -1]);
  expect(elasticNet(columns, [4, -3], { l1: 1, l2: 1, positiveOnly: true })).toEqual([1.5, 0]);
});

test("no step away from the weights lowers the cost", () => {
  const row = fc.array(fc.constantFrom(0, 1, 2, -1), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(row, row, row, fc.boolean(), (x, z, y, positiveOnly) => {
      const [l1, l2] = [0.3, 0.5];
      const cost = ([a, b]: readonly number[]) =>
        y.reduce<number>((sum, value, k) => sum + (value - a! * x[k]! - b! * z[k]!) ** 2 / 2, 0) +
        l1 * (Math.abs(a!) + Math.abs(b!)) +
        (l2 / 2) * (a! ** 2 + b! ** 2);
      const [a, b] = elasticNet([x, z], y, { l1, l2, positiveOnly }) as [number, number];
      for (const [da, db] of [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
        [1, -1],
        [-1, 1],
      ] as const) {
        const moved = [a + 0.01 * da, b + 0.01 * db];
        if (positiveOnly && Math.min(...moved) < 0) continue;
        expect(cost(moved)).toBeGreaterThanOrEqual(cost([a, b]) - 1e-12);
      }
    }),
  );
});
