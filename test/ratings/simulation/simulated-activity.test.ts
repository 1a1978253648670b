import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../../../src/math/random.js";
import { quantile } from "../../../src/math/statistics.js";
import { simulatedActivity } from "../../../src/ratings/simulation/simulated-activity.js";

describe("simulatedActivity", () => {
  test("adds up to the count, with the least and the most that are promised", () => {
    const sizes = fc.record({
      users: fc.integer({ min: 1, max: 60 }),
      items: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(sizes, ({ users, items, share, seed }) => {
        const count = users + Math.round(share * (users * items - users));
        const activity = simulatedActivity(random({ seed }), { users, items, count });
        expect(activity.reduce((sum, given) => sum + given, 0)).toBe(count);
        expect(Math.min(...activity)).toBeGreaterThanOrEqual(Math.min(20, Math.floor(count / users)));
        expect(Math.max(...activity)).toBeLessThanOrEqual(items);
      }),
    );
  });

  test("has the published shape of ML-25M: at least 20, 71 in the middle, and a long tail", () => {
    const activity = simulatedActivity(random({ seed: 1 }), {
      users: 162_541,
      items: 59_047,
      count: 25_000_095,
    });
    expect(Math.min(...activity.subarray(0, 50_000))).toBe(20);
    expect(Math.abs(quantile(activity, 0.5) - 71)).toBeLessThan(3);
    expect(quantile(activity, 1)).toBeGreaterThan(10_000);
    expect(quantile(activity, 1)).toBeLessThanOrEqual(59_048 / 2);
  });
});
