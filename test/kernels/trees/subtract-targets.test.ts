import { expect, test } from "vitest";
import { subtractTargets } from "../../../src/kernels/trees/subtract-targets.js";

test("writes prediction − target of the rows, and nothing else", () => {
  const into = Float32Array.of(9, 9, 9);
  subtractTargets(Float64Array.of(3, 4, 5), [1, 1.5, 7], Int32Array.of(2, 0), into);
  expect([...into]).toEqual([2, 9, -2]);
});
