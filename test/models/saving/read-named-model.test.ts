import { expect, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { readNamedModel } from "../../../src/models/saving/read-named-model.js";
import { smallRatings } from "../contract/conformance.js";

test("reads a model, and its errors name the file", () => {
  const fitted = new GlobalMean().fit(smallRatings);
  const bytes = new Uint8Array(modelToBuffer(fitted));
  expect(readNamedModel("a.model", bytes, [GlobalMean]).name).toBe(fitted.name);
  expect(() => readNamedModel("a.model", bytes, [MeanRating])).toThrow(/^a\.model: .*GlobalMean/);
});
