import { describe, expect, test } from "vitest";
import { compare } from "../../../src/evaluation/experiments/compare.js";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { pairedBootstrap } from "../../../src/evaluation/experiments/paired-bootstrap.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { GlobalMean } from "../../../src/models/baselines/global-mean.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { tableFrom } from "../../../src/notebook/tables/table.js";
import { TableModel } from "../table-model.js";
import "../../../src/ratings/interactions.js";

describe("compare", async () => {
  const { ratings } = await loadDataset("ml-latest-small");
  const some = ratings.withAtLeast({ perItem: 100 });
  const split = randomSplit(some, { seed: 1 });

  test("ranks models by the first metric, best first, NaN last", () => {
    const mute = new TableModel({ score: () => Number.NaN, name: "Mute" });
    const models = [mute, new GlobalMean(), new MeanRating()];
    const byError = compare(models, split, { metrics: ["rmse", "mae"], unknown: "skip" });
    expect(byError.map(({ model }) => model)).toEqual(["MeanRating", "GlobalMean", "Mute"]);
    expect(byError[0]!.rmse).toBeLessThan(byError[1]!.rmse);
    expect(byError[2]).toMatchObject({ rmse: Number.NaN, coverage: 0 });
    const byGain = compare([new GlobalMean(), new Popularity()], split, { metrics: ["ndcg@10", "gini@10"] });
    expect(byGain.map(({ model }) => model)).toEqual(["Popularity", "GlobalMean"]);
  });

  test("measures errors of models that predict stars, and lists where one of them only ranks", () => {
    const names = ["ndcg@10", "recall@10"] as const;
    const stars = compare([new GlobalMean(), new MeanRating()], split);
    expect(tableFrom(stars).columns.slice(1, 3)).toEqual(["rmse", "mae"]);
    const models = [new MeanRating(), new Popularity(), new GlobalMean()];
    const progress: [number, number][] = [];
    const mixed = compare(models, split, { onProgress: ({ done, total }) => progress.push([done, total]) });
    const asked = compare(models, split, { metrics: names });
    const withoutSeconds = (table: typeof asked | typeof mixed) =>
      table.map((row) => [row.model, ...names.map((name) => row[name])]);
    expect(withoutSeconds(mixed)).toEqual(withoutSeconds(asked));
    expect(tableFrom(mixed).columns.slice(1, 3)).toEqual(names);
    expect(progress.at(-1)).toEqual([5, 5]);
    expect(compare([new Popularity()], split)[0]).toHaveProperty("ndcg@10");
    expect(() => compare(models, split, { metrics: ["rmse"] })).toThrow("are not stars");
  });

  test("takes interactions, by metrics of lists, where any weight above 0 is relevant", () => {
    const models = [new Popularity(), new ItemKnn({ aggregate: "sum", keep: 20 })];
    const table = compare(models, randomSplit(some.toInteractions(), { seed: 1 }));
    const metrics = ["ndcg@10", "recall@10"] as const;
    const judge = compare([models[0]!], split, { metrics, relevant: () => true });
    const popular = table.find(({ model }) => model === "Popularity")!;
    expect(metrics.map((name) => popular[name])).toEqual(metrics.map((name) => judge[0]![name]));
    expect(table[0]!.model).toBe("ItemKnn");
    expect(table[0]!["ndcg@10"]).toBeGreaterThan(table[1]!["ndcg@10"]);
  });

  test("is a plain list of rows, as tables, records and JSON see it", () => {
    const table = compare([new Popularity()], split, { metrics: ["recall@5"] });
    expect(Object.keys(table)).toEqual(["0"]);
    expect(tableFrom(table).columns).toEqual(["model", "recall@5", "fitSeconds", "testSeconds"]);
    expect(JSON.parse(JSON.stringify(table))).toEqual([...table]);
  });

  test("keeps each user's value and each rating's error, for the difference of two models", () => {
    const models = [new MeanRating({ damping: 0 }), new MeanRating({ damping: 50 })];
    const table = compare(models, split, { metrics: ["rmse", "ndcg@10"] });
    const [best, other] = table.map(({ model }) => model) as [string, string];
    const squares = [table.valuesOf(best, "rmse"), table.valuesOf(other, "rmse")] as const;
    const { difference } = pairedBootstrap(...squares, { samples: 10, transform: Math.sqrt });
    expect(difference).toBeCloseTo(table[0]!.rmse - table[1]!.rmse, 12);
    const { perUser } = evaluateRanking(new MeanRating({ damping: 50 }).fit(split.train), split.test);
    expect(table.valuesOf("MeanRating (damping 50)", "ndcg@10")).toEqual(perUser["ndcg@10"]);
  });

  test("takes the mean over several splits, and their values one after another", () => {
    const splits = kFolds(some, { folds: 3 });
    const [row, ...others] = compare([new GlobalMean()], splits);
    const alone = splits.map((each) => compare([new GlobalMean()], each)[0]!);
    expect(others).toEqual([]);
    expect(row!.rmse).toBeCloseTo(alone.reduce((sum, { rmse }) => sum + rmse, 0) / 3, 14);
    expect(compare([new GlobalMean()], splits).valuesOf("GlobalMean", "rmse")).toHaveLength(some.count);
  });

  test("reports progress in fits", () => {
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => seen.push(done / total);
    compare([new GlobalMean(), new Popularity()], split, { metrics: ["auc"], onProgress });
    expect(seen).toEqual([0, 1 / 2, 1]);
  });

  test("refuses a model or metric without values", () => {
    const table = compare([new Popularity()], split, { metrics: ["recall@5", "gini@5"] });
    expect(() => table.valuesOf("Ease", "recall@5")).toThrow('model: "Ease" is none of "Popularity"');
    expect(() => table.valuesOf("Popularity", "gini@5")).toThrow(
      'metric "gini@5" has no values of users or rows here; these have: recall@5',
    );
    expect(() => compare([new Popularity()], [])).toThrow("there is no split to measure on");
    expect(compare([], split)).toHaveLength(0);
  });
});
