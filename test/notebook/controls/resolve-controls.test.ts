import { expect, test } from "vitest";
import { resolveControls } from "../../../src/notebook/controls/resolve-controls.js";

test("every parameter has a control, in the order of the defaults", () => {
  const resolved = resolveControls({ b: 1, a: true, toString: "x" }, { a: {} });
  expect(Array.from(resolved, ([name, { form }]) => [name, form.kind])).toEqual([
    ["b", "number"],
    ["a", "boolean"],
    ["toString", "text"],
  ]);
});

test("a control of an unknown parameter is an error with near names", () => {
  expect(() => resolveControls({ minRatings: 1, count: 2 }, { minRating: {} })).toThrow(
    new RangeError('the control of "minRating" belongs to no parameter; did you mean "minRatings"?'),
  );
  expect(() => resolveControls({ minRatings: 1, count: 2 }, { zzz: {} })).toThrow(
    "there are minRatings, count",
  );
});
