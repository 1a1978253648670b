import { expect, test } from "vitest";
import { ofPairs } from "../../../src/kernels/dense/of-pairs.js";

test("combines the numbers at the same place, as many as the first has", () => {
  const differences = ofPairs([5, 1, 2], Float64Array.of(3, 4, 2, 9), (first, second) => first - second);
  expect(differences).toEqual(Float64Array.of(2, -3, 0));
  expect(ofPairs([], [], () => 1)).toEqual(new Float64Array());
});
