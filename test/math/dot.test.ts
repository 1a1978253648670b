import { expect, test } from "vitest";
import { dot } from "../../src/math/dot.js";

test("multiplies pairs of numbers and adds the products up, and gives 0 of nothing", () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(dot(Float64Array.of(0.5), [8])).toBe(4);
  expect(dot([], [])).toBe(0);
});
