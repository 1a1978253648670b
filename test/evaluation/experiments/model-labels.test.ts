import { expect, test } from "vitest";
import { modelLabels } from "../../../src/evaluation/experiments/model-labels.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { TableModel } from "../table-model.js";

test("modelLabels distinguishes models of one name by the settings that differ", () => {
  const knn = (settings: object) => new TableModel({ score: () => 0, name: "Knn", settings });
  expect(
    modelLabels([
      new GlobalMean(),
      new MeanRating({ damping: 0 }),
      new MeanRating({ damping: 2, minRatings: 3 }),
      knn({ similarity: "cosine", keep: Infinity, of: ["a"] }),
      knn({ similarity: "cosine", keep: 20, of: ["b"] }),
      new GlobalMean(),
    ]),
  ).toEqual([
    "GlobalMean",
    "MeanRating (minRatings 1, damping 0)",
    "MeanRating (minRatings 3, damping 2)",
    'Knn (keep Infinity, of ["a"])',
    'Knn (keep 20, of ["b"])',
    "GlobalMean #2",
  ]);
});
