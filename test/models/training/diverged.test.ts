import { expect, test } from "vitest";
import { throwIfDiverged } from "../../../src/models/training/diverged.js";

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("refuses %s", (value) => {
  expect(() => throwIfDiverged("FunkSvd", 7, Float64Array.of(1, value, 2), 0.5)).toThrow(
    "FunkSvd diverged in iteration 7: its numbers are no longer finite; " +
      "set learningRate below 0.5, or a higher regularization",
  );
});

test("accepts finite numbers, however large, and none", () => {
  throwIfDiverged("FunkSvd", 1, Float64Array.of(Number.MAX_VALUE, -1e300, 0), 0.5);
  throwIfDiverged("FunkSvd", 1, new Float64Array(0), 0.5);
});
