import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedPValues } from "../../../src/evaluation/experiments/adjusted-p-values.js";

test("by hand", () => {
  const values = [0.01, 0.02, 0.03, 0.04, 0.05];
  const close = (got: Float64Array, wanted: number[]) =>
    got.forEach((each, place) => {
      expect(each).toBeCloseTo(wanted[place]!, 14);
    });
  close(adjustedPValues(values, "holm"), [0.05, 0.08, 0.09, 0.09, 0.09]);
  close(adjustedPValues(values, "benjamini-hochberg"), [0.05, 0.05, 0.05, 0.05, 0.05]);
  close(adjustedPValues([0.04, 0.001, 0.9], "benjamini-hochberg"), [0.06, 0.003, 0.9]);
  expect([...adjustedPValues(values, "none")]).toEqual(values);
});

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

test("rejects what Holm's and Benjamini and Hochberg's procedures reject, step by step", () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.01, max: 0.2, noNaN: true }), (values, level) => {
      const order = [...values].sort((a, b) => a - b);
      const m = order.length;
      const holmStops = order.findIndex((p, k) => (m - k) * p > level);
      const holmRejects = holmStops < 0 ? m : holmStops;
      const rejectedOf = (adjusted: Float64Array) => [...adjusted].filter((p) => p <= level).length;
      expect(rejectedOf(adjustedPValues(values, "holm"))).toBe(holmRejects);
      const bhLast = order.findLastIndex((p, k) => (m / (k + 1)) * p <= level);
      expect(rejectedOf(adjustedPValues(values, "benjamini-hochberg"))).toBe(bhLast + 1);
    }),
  );
});

test("keeps the order of the values, at most 1, and Holm's are at least Benjamini and Hochberg's", () => {
  fc.assert(
    fc.property(pValues, (values) => {
      const [holm, bh] = [adjustedPValues(values, "holm"), adjustedPValues(values, "benjamini-hochberg")];
      for (const [place, p] of values.entries()) {
        expect(bh[place]).toBeGreaterThanOrEqual(p);
        expect(holm[place]).toBeGreaterThanOrEqual(bh[place]!);
        expect(holm[place]).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("NaN stays and does not count; wrong values and corrections are refused", () => {
  expect([...adjustedPValues([0.01, Number.NaN, 0.5], "holm")]).toEqual([0.02, Number.NaN, 0.5]);
  expect(() => adjustedPValues([1.5], "holm")).toThrow("p-value 1.5 is not from 0 to 1");
  expect(() => adjustedPValues([0.5], "bonferroni" as "holm")).toThrow('correction: "bonferroni" is none of');
});
