import { expect, test } from "vitest";
import {
  commonAndDistance,
  comparisonCenter,
  sampleCorrectionOf,
} from "../../../src/models/neighbors/comparison.js";

test("an adjusted cosine subtracts the means of the other side", () => {
  expect(comparisonCenter("adjusted-cosine", "items")).toBe("user-mean");
  expect(comparisonCenter("adjusted-cosine", "users")).toBe("item-mean");
  expect(comparisonCenter("pearson-baseline", "items")).toBe("baseline");
  expect(comparisonCenter("pearson", "items")).toBe("none");
});

test("only pearson-baseline shrinks with one common rating less", () => {
  expect([sampleCorrectionOf("pearson-baseline"), sampleCorrectionOf("pearson")]).toEqual([1, 0]);
});

test("a distance is a sum, a mean, or the root of a mean of squared differences", () => {
  expect(commonAndDistance("euclidean", 4, 16)).toEqual({ common: 4, distance: 4 });
  expect(commonAndDistance("rmsd", 4, 16)).toEqual({ common: 4, distance: 2 });
  expect(commonAndDistance("msd", 4, 16)).toEqual({ common: 4, distance: 4 });
  expect(commonAndDistance("msd", 2, 16)).toEqual({ common: 2, distance: 8 });
  expect(commonAndDistance("cosine", 4, 16)).toEqual({ common: 4 });
});
