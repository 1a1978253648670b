import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new MeanRating());
conformance(new MeanRating({ minRatings: 2, damping: 0 }));

describe("MeanRating", () => {
  test("without damping is the item's mean", () => {
    const fitted = new MeanRating({ damping: 0 }).fit(smallRatings);
    expect(fitted.predict(30, "a")).toBe((5 + 4 + 5 + 4) / 4);
    expect(fitted.predict(30, "e")).toBe(2);
  });

  test("with damping is shrunk towards the mean of all", () => {
    const fitted = new MeanRating({ damping: 2 }).fit(smallRatings);
    expect(fitted.predict(30, "a")).toBeCloseTo((18 + 2 * (42 / 13)) / 6, 12);
    expect(fitted.predict(30, "e")).toBeCloseTo((2 + 2 * (42 / 13)) / 3, 12);
  });

  test("says nothing of items with too few ratings", () => {
    const fitted = new MeanRating({ minRatings: 3 }).fit(smallRatings);
    expect(fitted.predict(30, "d")).toBeNaN();
    expect(fitted.recommend(30, { excludeSeen: false }).map(({ itemId }) => itemId)).toEqual(["a", "c", "b"]);
  });

  test("lies between the item's mean and the mean of all", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (damping) => {
        const fitted = new MeanRating({ damping }).fit(smallRatings);
        const plain = new MeanRating({ damping: 0 }).fit(smallRatings);
        for (const itemId of smallRatings.items.ids) {
          const [low, high] = [plain.predict(10, itemId), smallRatings.mean].sort((a, b) => a - b);
          expect(fitted.predict(10, itemId)).toBeGreaterThanOrEqual(low! - 1e-12);
          expect(fitted.predict(10, itemId)).toBeLessThanOrEqual(high! + 1e-12);
        }
      }),
    );
  });

  test("refuses settings out of range by name and value", () => {
    expect(() => new MeanRating({ damping: -1 })).toThrow("damping: -1 is not a number of at least 0");
    expect(() => new MeanRating({ minRatings: 0.5 })).toThrow(
      "minRatings: 0.5 is not a whole number of at least 1",
    );
    expect(() => new MeanRating({ damping: Number.NaN })).toThrow("damping: NaN");
  });
});
