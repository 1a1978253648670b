import { expect, test } from "vitest";
import { quoted } from "../../src/settings/setting.js";

test.each<[unknown, string]>([
  [5, "5"],
  ["5", '"5"'],
  [["a", 1], '["a", 1]'],
  [null, "null"],
  [undefined, "undefined"],
  [{ k: 1, n: 2 }, "an object (k, n)"],
  [{}, "an object (Object)"],
  [Object.create(null), "an object (empty)"],
  [Math.max, "a function (max)"],
  [5n, "5n"],
  ["x".repeat(200), `"${"x".repeat(200)}"`],
  ["x".repeat(10_000_000), `"${"x".repeat(200)}…"`],
])("quoted(…) of case %# tells what it is", (value, text) => {
  expect(quoted(value)).toBe(text);
});
