import { describe, expect, test } from "vitest";
import type { SavedModel } from "../../../src/models/contract/model.js";
import { FittedByDescent } from "../../../src/models/factors/fitted-by-descent.js";
import { FunkSvd, type FunkSvdSettings } from "../../../src/models/factors/funk-svd.js";
import { smallRatings } from "../contract/conformance.js";

const { users, items } = smallRatings;

/** A model with one factor: users have 1, 2, 3 …, items 0.1, 0.2, 0.3 …; biases by index, too. */
function fittedWith(settings: Partial<FunkSvdSettings> = {}, learning?: FittedByDescent["learning"]) {
  const numbers = (count: number, step: number) => new Float64Array(count).map((_, k) => step * (k + 1));
  const learned = {
    mean: 3,
    userBiases: numbers(users.size, 0.01),
    itemBiases: numbers(items.size, 0.001),
    userFactors: numbers(users.size, 1),
    itemFactors: numbers(items.size, 0.1),
  };
  const model = { kind: FunkSvd, settings: new FunkSvd({ factors: 1, ...settings }).settings };
  return { model, fitted: new FittedByDescent(smallRatings, model, learned, learning) };
}

describe("FittedByDescent", () => {
  test("is a frozen model of its class", () => {
    const { model, fitted } = fittedWith();
    expect([fitted.name, fitted.kind(), fitted.settings]).toEqual(["FunkSvd", FunkSvd, model.settings]);
    expect(Object.isFrozen(fitted)).toBe(true);
    expect(Object.isFrozen(fitted.learning)).toBe(true);
  });

  test("predicts mean + userBias + itemBias + userFactors · itemFactors", () => {
    const { fitted } = fittedWith();
    expect(fitted.scoreItem(1, 3)).toBeCloseTo(3 + 0.02 + 0.004 + 2 * 0.4, 14);
  });

  test("learned for all iterations of its settings, where nothing else is said", () => {
    expect(fittedWith({ iterations: 7 }).fitted.learning).toEqual({ iteration: 7, errors: [] });
    const learning = { iteration: 2, errors: [1, 0.5, 0.75] };
    expect(fittedWith({ iterations: 7 }, learning).fitted.learning).toEqual(learning);
  });

  test("folds in a user by least squares, with λ times the number of ratings", () => {
    const settings = { biased: false, regularization: 0.2 };
    const { fitted } = fittedWith(settings);
    const history = [
      { itemId: items.idOf(0), rating: 4 },
      { itemId: items.idOf(2), rating: 2 },
    ];
    // x = Σ q (r − mean − itemBias) / (Σ q² + 2 λ), with q = 0.1 and 0.3.
    const x = (0.1 * (4 - 3.001) + 0.3 * (2 - 3.003)) / (0.01 + 0.09 + 2 * 0.2);
    expect(fitted.foldIn(history).predict(items.idOf(4))).toBeCloseTo(3.005 + 0.5 * x, 13);
  });

  test("gives half a pair the mean and the known bias, or nothing if it has no biases", () => {
    expect(fittedWith().fitted.partialScore(1, -1)).toBeCloseTo(3.02, 14);
    expect(fittedWith({ biased: false }).fitted.partialScore(1, -1)).toBeNaN();
  });

  test("is restored from its state with what it learned, not from arrays that are missing or of other lengths", () => {
    const learning = { iteration: 2, errors: [1, 0.5, 0.75] };
    const { model, fitted } = fittedWith({}, learning);
    const arrays: SavedModel["arrays"] = fitted.state();
    const saved = { settings: model.settings, ratings: smallRatings, items, arrays, parts: [], names: [] };
    const restored = FittedByDescent.restore(saved, model);
    expect(restored.learning).toEqual(learning);
    expect(restored.learned).toEqual(fitted.learned);
    const { errors: _, ...withoutErrors } = arrays;
    expect(() => FittedByDescent.restore({ ...saved, arrays: withoutErrors }, model)).toThrow(
      "saved model: errors is nothing instead of 0 numbers",
    );
    const forged = { ...arrays, iteration: Float64Array.of(1, 2) };
    expect(() => FittedByDescent.restore({ ...saved, arrays: forged }, model)).toThrow(
      "saved model: iteration is Float64Array of 2 instead of 1 numbers",
    );
    const tooMany = { kind: FunkSvd, settings: new FunkSvd({ factors: 2 }).settings };
    expect(() => FittedByDescent.restore(saved, tooMany)).toThrow("userFactors is Float64Array of 6 instead");
  });
});
