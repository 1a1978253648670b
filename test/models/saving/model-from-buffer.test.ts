import { expect, test } from "vitest";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { modelFromBuffer } from "../../../src/models/saving/model-from-buffer.js";
import { modelToBuffer } from "../../../src/models/saving/model-to-buffer.js";
import { smallRatings } from "../contract/conformance.js";

const fitted = new Fallback([new MeanRating({ minRatings: 3, damping: 0 }), new GlobalMean()]).fit(
  smallRatings,
);

test("modelFromBuffer knows all kinds of models, those inside others too", () => {
  const read = modelFromBuffer(modelToBuffer(fitted));
  expect(read.name).toBe("Fallback");
  expect(read.settings).toEqual(fitted.settings);
  expect(read.parts().map(({ name }) => name)).toEqual(["MeanRating", "GlobalMean"]);
  expect([read.predict(30, "a"), read.predict(30, "d")]).toEqual([4.5, smallRatings.mean]);
  expect([...read.ratings]).toEqual([...smallRatings]);
});

test("modelFromBuffer takes bytes as well as a buffer", () => {
  const bytes = new Uint8Array(modelToBuffer(fitted));
  expect(modelFromBuffer(bytes).predict(30, "a")).toBe(4.5);
});

test("modelFromBuffer refuses a buffer of which a byte has changed", () => {
  const bytes = new Uint8Array(modelToBuffer(fitted));
  bytes[bytes.length - 1]! ^= 1;
  expect(() => modelFromBuffer(bytes)).toThrow(RangeError);
});
