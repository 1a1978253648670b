import { expect, test } from "vitest";
import { roundToPrecision } from "../../../src/kernels/dense/round-to-precision.js";

test("double keeps all bits, single those of 32", () => {
  const numbers = Float64Array.of(0.1, 1 + 2 ** -24, 1 + 2 ** -23, 1e300);
  const kept = numbers.slice();
  roundToPrecision("double", kept);
  expect(kept).toEqual(numbers);
  roundToPrecision("single", kept);
  expect([...kept]).toEqual([Math.fround(0.1), 1, 1 + 2 ** -23, Number.POSITIVE_INFINITY]);
});
