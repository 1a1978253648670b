import { expect, test } from "vitest";
import { FixedSide } from "../../../src/models/factors/own-factors.js";

test("the products of all factors are summed once", () => {
  const side = new FixedSide(3, new Float64Array(2), { values: Float64Array.of(1, 2, 3, 4), width: 2 });
  const [a, , c, d] = side.products();
  expect([a, c, d]).toEqual([1 * 1 + 3 * 3, 1 * 2 + 3 * 4, 2 * 2 + 4 * 4]);
  expect(side.products()).toBe(side.products());
});
