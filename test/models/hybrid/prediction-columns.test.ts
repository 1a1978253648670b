import { expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { Blend } from "../../../src/models/ensembles/blend.js";
import {
  baseScores,
  predictionColumns,
  predictionNames,
} from "../../../src/models/hybrid/prediction-columns.js";
import { smallRatings } from "../contract/conformance.js";

test("gives each model's scores a numbered column, and one to their blend", () => {
  const blend = new Blend([new Baseline(), new Baseline()]).fit(smallRatings);
  const scores = [Float64Array.of(3, Number.NaN), Float64Array.of(4, Number.NaN)];
  const columns = predictionColumns(blend, scores);
  expect(Object.keys(columns)).toEqual(["Baseline 1", "Baseline 2", "blend"]);
  expect(Object.keys(columns)).toEqual(predictionNames(blend.models));
  expect(columns["Baseline 2"]).toBe(scores[1]);
  const [first, second] = blend.weights as [number, number];
  expect(columns.blend![0]).toBeCloseTo(blend.intercept + 3 * first + 4 * second, 12);
  expect(columns.blend![1]).toBeNaN();
});

test("residuals are added to the blend, or to the mean where the blend has no score", () => {
  expect([...baseScores({ blend: Float64Array.of(4, Number.NaN) }, 3.5)]).toEqual([4, 3.5]);
});
