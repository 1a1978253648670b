import { expect, test } from "vitest";
import { controlError } from "../../../src/notebook/controls/control-error.js";

test("the error names the parameter", () => {
  expect(controlError("count", "has step 0")).toEqual(new RangeError('the control of "count" has step 0'));
});
