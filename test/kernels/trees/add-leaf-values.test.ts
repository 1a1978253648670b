import { expect, test } from "vitest";
import { addLeafValues } from "../../../src/kernels/trees/add-leaf-values.js";

test("adds the value of each leaf to the rows that it has", () => {
  // The root parts rows 3, 0 from 1; row 2 was not drawn.
  const tree = {
    features: Int32Array.of(0, -1, -1),
    numbers: Float64Array.of(100, 10, 20),
    lefts: Int32Array.of(1, 0, 0),
    nanLefts: new Int32Array(3),
    starts: Int32Array.of(0, 0, 2),
    ends: Int32Array.of(3, 2, 3),
  };
  const into = Float64Array.of(1, 2, 3, 4);
  addLeafValues(tree, Int32Array.of(3, 0, 1), into);
  expect([...into]).toEqual([11, 22, 3, 14]);
});
