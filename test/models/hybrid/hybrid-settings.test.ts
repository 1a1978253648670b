import { expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { hybridSettings } from "../../../src/models/hybrid/hybrid-settings.js";

test("fills in defaults, those of the trees too, and names the models", () => {
  const settings = hybridSettings([new Baseline()], { neighbors: 2, trees: { depth: 3 } });
  expect(settings).toMatchObject({ neighbors: 2, foldByFold: true, residual: true, genres: [] });
  expect(settings.trees).toMatchObject({ depth: 3, learningRate: 0.1 });
  expect(settings.models).toEqual([{ name: "Baseline", settings: new Baseline().settings }]);
  expect(Object.isFrozen(settings)).toBe(true);
});

test("refuses settings out of range, and unknown ones", () => {
  expect(() => hybridSettings([], { folds: 1 })).toThrow("folds: 1");
  expect(() => hybridSettings([], { trees: { depth: 0 } })).toThrow("trees.depth: 0");
  expect(() => hybridSettings([], { neighbours: 3 } as object)).toThrow(RangeError);
});
