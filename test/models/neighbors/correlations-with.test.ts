import { describe, expect, test } from "vitest";
import { correlationsWith } from "../../../src/models/neighbors/correlations-with.js";
import { fourItems as ratings } from "./four-items.js";

describe("correlationsWith", () => {
  test("by hand: x correlates with itself and with y, while z is constant and w has one rating", () => {
    expect(correlationsWith(ratings, "x")).toEqual([
      { itemId: "x", similarity: expect.closeTo(1, 12), common: 4 },
      { itemId: "y", similarity: expect.closeTo(5.625 / Math.sqrt(8.75 * 8.1875), 12), common: 4 },
    ]);
  });

  test("items with fewer than minCommon common raters are left out", () => {
    const ids = (minCommon: number) =>
      correlationsWith(ratings, "z", { similarity: "euclidean", minCommon }).map(({ itemId }) => itemId);
    expect(ids(1)).toEqual(["x", "y", "z", "w"]);
    expect(ids(3)).toEqual(["x", "y", "z"]);
    expect(ids(4)).toEqual([]);
  });

  test("shrinkage lowers a similarity from few common raters, and distances are reported", () => {
    const [x] = correlationsWith(ratings, "w", { similarity: "euclidean", shrinkage: 1 });
    expect(x).toEqual({ itemId: "x", similarity: (1 / 2) * (1 / 4), distance: 3, common: 1 });
  });

  test("an unknown item and an unknown similarity are refused", () => {
    expect(() => correlationsWith(ratings, "q")).toThrow('item "q" is not among the 4 rated items');
    expect(() => correlationsWith(ratings, "x", { similarity: "dot" as "pearson" })).toThrow(
      'similarity: "dot"',
    );
  });
});
