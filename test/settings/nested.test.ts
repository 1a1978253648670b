import { expect, test } from "vitest";
import { defineSettings } from "../../src/settings/define-settings.js";
import { nested } from "../../src/settings/nested.js";
import { integer } from "../../src/settings/number.js";

const inner = defineSettings({
  depth: integer({ min: 1, default: 3 }),
  rows: integer({ min: 1, default: 5 }),
});
const setting = nested({ kind: "Trees", settings: inner });

test("a nested setting fills in the defaults of the inner settings", () => {
  expect(setting.default).toEqual({ depth: 3, rows: 5 });
  expect(setting.check("trees", { rows: 9 })).toEqual({ depth: 3, rows: 9 });
});

test("an error names the inner setting, and for unknown names both models", () => {
  expect(() => setting.check("trees", { depth: 0 })).toThrow("depth: 0 is not a whole number of at least 1");
  expect(() => setting.check("trees", { dept: 1 })).toThrow(
    'Trees (trees) has no setting "dept"; did you mean depth?',
  );
});
