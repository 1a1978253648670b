import fc from "fast-check";
import { expect, test } from "vitest";
import { spearman } from "../../../src/kernels/similarity/spearman.js";
import { spearman as reference } from "../../../src/reference/similarity.js";

test("by hand: equal values get the mean of their ranks", () => {
  // The ranks are 1, 2.5, 2.5, 4 and 4, 2, 3, 1: Σ = −4.5 of √(4.5 × 5).
  const found = spearman(Float64Array.of(1, 2, 2, 9), Float64Array.of(5, 3, 4, 1), 4);
  expect(found).toBeCloseTo(-4.5 / Math.sqrt(4.5 * 5), 12);
});

test("a correlation of 1 needs the same order, not a straight line", () => {
  expect(spearman(Float64Array.of(1, 2, 3), Float64Array.of(1, 10, 11), 3)).toBeCloseTo(1, 12);
});

test("only the first pairs count", () => {
  expect(spearman(Float64Array.of(1, 2, 0), Float64Array.of(2, 1, 9), 2)).toBeCloseTo(-1, 12);
});

test("constant values, one pair and no pairs have no correlation", () => {
  expect(spearman(Float64Array.of(3, 3), Float64Array.of(1, 2), 2)).toBeNaN();
  expect(spearman(Float64Array.of(3), Float64Array.of(1), 1)).toBeNaN();
  expect(spearman(new Float64Array(0), new Float64Array(0), 0)).toBeNaN();
});

test("any pairs have the correlation of the reference", () => {
  const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 });
  fc.assert(
    fc.property(pairs, (all) => {
      const [x, y] = [all.map(([a]) => a), all.map(([, b]) => b)];
      const found = spearman(Float64Array.from(x), Float64Array.from(y), all.length);
      const expected = reference(x, y);
      if (Number.isNaN(expected)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(expected, 12);
    }),
    { seed: 1, numRuns: 300 },
  );
});
