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

test("an error names the path of the inner setting, and for unknown names both models", () => {
  expect(() => setting.check("trees", { depth: 0 })).toThrow(
    new RangeError("trees.depth: 0 is not a whole number of at least 1"),
  );
  expect(() => setting.check("trees", { dept: 1 })).toThrow(
    'Trees (trees) has no setting "dept"; did you mean depth?',
  );
});

test("an error names the whole path of settings within nested settings", () => {
  const outer = defineSettings({ trees: setting });
  const model = nested({ kind: "Hybrid", settings: outer });
  expect(() => model.check("hybrid", { trees: { rows: 0.5 } })).toThrow(
    new RangeError("hybrid.trees.rows: 0.5 is not a whole number of at least 1"),
  );
  expect(() => model.check("hybrid", { trees: { row: 1 } })).toThrow(
    'Trees (hybrid.trees) has no setting "row"; did you mean rows?',
  );
});
