import { expect, test } from "vitest";
import { Baseline } from "../../../src/models/baselines/baseline.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Fallback } from "../../../src/models/ensembles/fallback.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { conformance, smallRatings } from "../contract/conformance.js";

conformance(new Fallback([new ItemKnn({ minNeighbors: 2, neighbors: Infinity }), new Baseline()]));
conformance(
  new Fallback([new MeanRating({ minRatings: 3 }), new Fallback([new MeanRating({ minRatings: 2 })])]),
);

test("the score is that of the first model that has one", () => {
  const strict = new MeanRating({ minRatings: 3, damping: 0 });
  const fitted = new Fallback([strict, new MeanRating({ damping: 100 })]).fit(smallRatings);
  expect(fitted.predict(10, "a")).toBe(4.5);
  expect(fitted.predict(10, "e")).toBe(new MeanRating({ damping: 100 }).fit(smallRatings).predict(10, "e"));
  expect(fitted.models.map(({ name }) => name)).toEqual(["MeanRating", "MeanRating"]);
});

test("a fallback without models is refused", () => {
  expect(() => new Fallback([])).toThrow("Fallback takes at least one model; the list is empty");
});
