import { describe, expect, test } from "vitest";
import { chooseModel } from "../../../src/evaluation/experiments/choose-model.js";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { TableModel } from "../table-model.js";
import "../../../src/ratings/interactions.js";

describe("chooseModel", async () => {
  const { ratings } = await loadDataset("ml-latest-small");
  const split = randomSplit(ratings.withAtLeast({ perItem: 100 }), { seed: 1 });

  test("chooses the model with the smallest error, or the largest gain, and lists all", () => {
    const models = [0, 1, 1000].map((damping) => new MeanRating({ damping }));
    const errors = models.map((model) => evaluateRatings(model.fit(split.train), split.test).rmse);
    const { model, label, table } = chooseModel(models, split);
    expect(model).toBe(models[errors.indexOf(Math.min(...errors))]);
    expect(table.map(({ rmse }) => rmse)).toEqual([...errors].sort((a, b) => a - b));
    expect(label).toBe(table[0]!.model);
    const ranked = chooseModel(models, split, { metrics: ["ndcg@3"] });
    expect(ranked.table[0]!["ndcg@3"]).toBe(Math.max(...ranked.table.map((row) => row["ndcg@3"])));
  });

  test("chooses the first of equal ones, never one whose metric is NaN", () => {
    const mute = new TableModel({ score: () => Number.NaN });
    const twins = [1, 1].map((damping) => new MeanRating({ damping }));
    expect(chooseModel([mute, ...twins], split, { unknown: "skip" }).model).toBe(twins[0]);
  });

  test("takes interactions", () => {
    const interactions = split.train.toInteractions();
    const models = [new Popularity(), new ItemKnn({ aggregate: "sum", keep: 20 })];
    const { label, table } = chooseModel(models, randomSplit(interactions, { seed: 1 }));
    expect(label).toBe("ItemKnn");
    expect(table[0]!["ndcg@10"]).toBeGreaterThan(table[1]!["ndcg@10"]);
  });

  test("needs a model", () => {
    expect(() => chooseModel([], split)).toThrow("chooseModel has no model to try; give it at least one");
  });
});
