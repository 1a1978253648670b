import { expect, test } from "vitest";
import type { SavedModel } from "../../../src/models/contract/model.js";
import { savedListLearning } from "../../../src/models/factors/fitted-list-factors.js";
import { ImplicitAls } from "../../../src/models/factors/implicit-als.js";
import { smallRatings } from "../contract/conformance.js";

const saved = (arrays: object) => ({ arrays }) as SavedModel;

test("a model without a validation part saves nothing of its learning", () => {
  const fitted = new ImplicitAls({ factors: 2, iterations: 3 }).fit(smallRatings);
  expect(fitted.learning).toEqual({ iteration: 3, scores: [] });
  expect(Object.keys(fitted.state())).not.toContain("iteration");
  expect(savedListLearning(saved(fitted.state()))).toBeUndefined();
});

test("with one it saves the iteration and the scores, and refuses one without the other", () => {
  const fitted = new ImplicitAls({ factors: 2, iterations: 3, validation: 0.3 }).fit(smallRatings);
  const { iteration, scores } = fitted.state();
  expect(savedListLearning(saved({ iteration, scores }))).toEqual(fitted.learning);
  expect(() => savedListLearning(saved({ scores }))).toThrow("iteration is nothing instead of 1 numbers");
});
