import { expect, test } from "vitest";
import { commonSums } from "../../src/reference/common-sums.js";

const a = new Map([
  [0, 2],
  [1, 3],
]);
const b = new Map([
  [0, 4],
  [1, 7],
  [2, 6],
]);

test.each([
  ["dots", [29]],
  ["counts", [2]],
  ["products", [2, 29]],
  ["offsets", [2, -6]],
  ["differences", [2, 4 + 16]],
  ["squares", [2, 29, 13, 65]],
  ["moments", [2, 29, 13, 65, 5, 11]],
] as const)("by hand: %s of the two common columns", (name, expected) => {
  expect(commonSums(name, a, b)).toEqual(expected);
});

test("rows without a common column have sums of 0", () => {
  expect(commonSums("moments", a, new Map([[5, 1]]))).toEqual([0, 0, 0, 0, 0, 0]);
});
