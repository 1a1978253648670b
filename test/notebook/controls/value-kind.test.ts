import { expect, test } from "vitest";
import { valueKind, valueText } from "../../../src/notebook/controls/value-kind.js";

test.each([
  [1, "number", "1"],
  [Number.POSITIVE_INFINITY, "number", "Infinity"],
  ["1", "string", '"1"'],
  [true, "boolean", "true"],
  [[1], "list", "[1]"],
  [{ a: 1 }, "object", '{"a":1}'],
  [null, "nothing", "null"],
])("%j is of the kind %s and written %s", (value, kind, text) => {
  expect(valueKind(value)).toBe(kind);
  expect(valueText(value)).toBe(text);
});

test("undefined is nothing, a function is other", () => {
  expect(valueKind(undefined)).toBe("nothing");
  expect(valueKind(() => 1)).toBe("other");
});
