import { describe, expect, test } from "vitest";
import { isLowerBetter, isRatingMetric, parseMetric } from "../../../src/evaluation/metrics/metric.js";

describe("parseMetric", () => {
  test("reads a kind and the length of the list", () => {
    expect(parseMetric("rmse")).toEqual({ name: "rmse", kind: "rmse" });
    expect(parseMetric("ndcg-full@10")).toEqual({ name: "ndcg-full@10", kind: "ndcg-full", count: 10 });
    expect(parseMetric("f1@5")).toEqual({ name: "f1@5", kind: "f1", count: 5 });
    expect(parseMetric("auc")).toEqual({ name: "auc", kind: "auc", count: 0 });
  });

  test.each(["precision", "hit-rate"])("asks for the length of the list of %s", (name) => {
    expect(() => parseMetric(name)).toThrow(
      `metric "${name}" lacks the length of the list; for ten places write "${name}@10"`,
    );
  });

  test.each(["", "f2@10", "rmse@10", "auc@5", "ndcg@0", "ndcg@1.5", "NDCG@10", "toString"])(
    "lists the known ones instead of %s",
    (name) => {
      expect(() => parseMetric(name)).toThrow(RangeError);
      expect(() => parseMetric(name)).toThrow(
        `metric "${name}" is unknown; known are rmse, mae, mape, fcp, r2, explained-variance, auc, precision@10`,
      );
    },
  );

  test("knows the metrics of ratings, and for which less is better", () => {
    expect(["mae", "r2", "auc", "map@10"].map((name) => isRatingMetric(parseMetric(name)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    for (const name of ["mape", "gini@10"]) expect(isLowerBetter(parseMetric(name)), name).toBe(true);
    for (const name of ["fcp", "r2", "explained-variance", "rbp@10", "coverage@10"]) {
      expect(isLowerBetter(parseMetric(name)), name).toBe(false);
    }
  });
});
