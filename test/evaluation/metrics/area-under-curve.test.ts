import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaUnderCurve } from "../../../src/evaluation/metrics/area-under-curve.js";
import golden from "../../golden/metrics.json" with { type: "json" };

describe("areaUnderCurve", () => {
  const of = (scores: readonly number[], isRelevant: readonly number[], relevantCount?: number) =>
    areaUnderCurve(Float64Array.from(scores), { isRelevant, relevantCount });

  test("is the share of pairs in the right order, equal ones half", () => {
    expect(of([4, 3, 2, 1], [1, 0, 1, 0])).toBe(3 / 4);
    expect(of([1, 1], [1, 0])).toBe(1 / 2);
    expect(of([1, 2], [0, 1])).toBe(1);
  });

  test("leaves out items without a score, but counts relevant ones as below all", () => {
    expect(of([3, Number.NaN, 1], [1, 0, 0])).toBe(1);
    expect(of([3, Number.NaN, 1], [1, 1, 0], 2)).toBe(1 / 2);
    expect(of([3, 1], [1, 0], 4)).toBe(1 / 4);
  });

  test("is NaN where there are none of one kind", () => {
    expect(of([1, 2], [1, 1])).toBeNaN();
    expect(of([1, 2], [0, 0])).toBeNaN();
  });

  test.each(golden.rankings)(
    "is scikit-learn's, case $#",
    ({ scores, isRelevant, auc, rounded, aucRounded }) => {
      expect(of(scores, isRelevant)).toBeCloseTo(auc, 13);
      expect(of(rounded, isRelevant)).toBeCloseTo(aucRounded, 13);
    },
  );

  test("does not depend on the order of the items, and is 1 minus itself for negated scores", () => {
    const items = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(items, (all) => {
        const value = of(
          all.map(([score]) => score),
          all.map(([, flag]) => flag),
        );
        const sorted = [...all].sort(([a], [b]) => a - b);
        expect(
          of(
            sorted.map(([score]) => score),
            sorted.map(([, flag]) => flag),
          ),
        ).toEqual(value);
        const turned = of(
          all.map(([score]) => -score),
          all.map(([, flag]) => flag),
        );
        if (!Number.isNaN(value)) expect(turned).toBeCloseTo(1 - value, 12);
      }),
    );
  });
});
