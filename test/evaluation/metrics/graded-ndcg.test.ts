import fc from "fast-check";
import { expect, test } from "vitest";
import { gradedNdcgAt } from "../../../src/evaluation/metrics/graded-ndcg.js";
import { ndcgAt } from "../../../src/evaluation/metrics/list-metrics.js";

test("gains 3, 2, 3, 0, 1, 2 by hand", () => {
  // 3 + 2 / 1.585 + 3 / 2 + 1 / 2.585 + 2 / 2.807 = 6.861; the best order, 3 3 2 2 1 0, has 7.141.
  const gains = [3, 2, 3, 0, 1, 2];
  expect(gradedNdcgAt({ gains, allGains: gains }, 6)).toBeCloseTo(6.861 / 7.141, 3);
  expect(gradedNdcgAt({ gains, allGains: [...gains, 3, 2] }, 6)).toBeCloseTo(0.785, 3);
});

test("with gains of 0 and 1 it is ndcgAt", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1), { minLength: 1 }),
      fc.nat(5),
      fc.integer({ min: 1, max: 20 }),
      (gains, missed, count) => {
        const relevantCount = gains.filter(Boolean).length + missed;
        fc.pre(relevantCount > 0);
        const allGains = Array(relevantCount).fill(1);
        expect(gradedNdcgAt({ gains, allGains }, count)).toBeCloseTo(
          ndcgAt({ hits: gains, relevantCount }, count),
          14,
        );
      },
    ),
  );
});

test("a list in the best order has 1, no gain is NaN, and a negative gain is refused", () => {
  expect(gradedNdcgAt({ gains: [5, 4, 1], allGains: [1, 5, 4] }, 3)).toBe(1);
  expect(gradedNdcgAt({ gains: [0], allGains: [0] }, 1)).toBeNaN();
  expect(() => gradedNdcgAt({ gains: [-1], allGains: [1] }, 1)).toThrow(
    "gain -1 is not a number of at least 0",
  );
  expect(() => gradedNdcgAt({ gains: [1], allGains: [Number.NaN] }, 1)).toThrow("gain NaN is not");
});
