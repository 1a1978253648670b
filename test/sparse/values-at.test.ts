import { expect, test } from "vitest";
import { valuesAt } from "../../src/sparse/values-at.js";

test("values at some places come in their order, also twice and none", () => {
  const values = Float64Array.of(0.5, Number.NaN, 4);
  expect([...valuesAt(values, Int32Array.of(2, 0, 2, 1))]).toEqual([4, 0.5, 4, Number.NaN]);
  expect(valuesAt(values, new Int32Array(0))).toHaveLength(0);
});
