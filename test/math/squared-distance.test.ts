import { expect, test } from "vitest";
import { squaredDistance } from "../../src/math/squared-distance.js";

test("is the sum of squared differences of two rows", () => {
  const [first, second] = [Float64Array.of(9, 9, 1, 2), Float64Array.of(4, 6)];
  expect(squaredDistance(first, 1, second, 0, 2)).toBe(3 ** 2 + 4 ** 2);
  expect(squaredDistance(first, 2, first, 3, 1)).toBe(1);
  expect(squaredDistance(first, 0, first, 0, 0)).toBe(0);
});
