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
])("quoted(%j) is %s", (value, text) => {
  expect(quoted(value)).toBe(text);
});
