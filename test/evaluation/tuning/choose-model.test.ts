import { describe, expect, test } from "vitest";
import { compare } from "../../../src/evaluation/experiments/compare.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { chooseModel } from "../../../src/evaluation/tuning/choose-model.js";
import { tune } from "../../../src/evaluation/tuning/tune.js";
import type { TuningRecord } from "../../../src/evaluation/tuning/tuning-record.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { Popularity } from "../../../src/models/baselines/popularity.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { loadDataset } from "../../../src/node/load-dataset.js";
import { TableModel } from "../table-model.js";
import "../../../src/ratings/interactions.js";

describe("chooseModel", async () => {
  const { ratings } = await loadDataset("ml-latest-small");
  const split = randomSplit(ratings.withAtLeast({ perItem: 100 }), { seed: 1 });
  const damping = [0, 1, 1000];
  const models = damping.map((each) => new MeanRating({ damping: each }));

  test.each(["rmse", "ndcg@3"])("chooses the best by %s, with the scores of compare", async (metric) => {
    const table = compare(models, split, { metrics: [metric] });
    const { model, label, score, record } = await chooseModel(models, split, { metric });
    expect([label, score]).toEqual([table[0]!.model, table[0]![metric]]);
    expect(model).toBe(models[record.trials.findIndex(({ settings }) => settings.model === label)]);
    for (const { settings, score: each } of record.trials) {
      expect(each).toBe(table.find((row) => row.model === settings.model)![metric]);
    }
  });

  test("searches as tune does: by rmse, on several parts, with progress and a record", async () => {
    const parts = [1, 2].map((seed) => randomSplit(split.train, { seed }));
    const tuned = await tune(MeanRating, split.train, { damping }, { validation: parts });
    const progress: number[] = [];
    const { model, score, record } = await chooseModel(models, parts, {
      onProgress: ({ done }) => progress.push(done),
    });
    expect(model.settings).toEqual(tuned.model.settings);
    expect(score).toBe(tuned.score);
    expect(record.trials.map(({ scores }) => scores)).toEqual(
      tuned.record.trials.map(({ scores }) => scores),
    );
    expect(progress).toEqual([0, 1, 2, 3]);
  });

  test("goes on from a record that went through JSON", async () => {
    const { score, record } = await chooseModel(models, split);
    const previous = JSON.parse(JSON.stringify({ ...record, trials: record.trials.slice(1) }));
    const measured: TuningRecord[] = [];
    const resumed = await chooseModel(models, split, { previous, onTrial: (each) => measured.push(each) });
    expect(measured).toHaveLength(1);
    expect(resumed.score).toBe(score);
    await expect(chooseModel(models.slice(1), split, { previous })).rejects.toThrow(
      "previous is of another space",
    );
  });

  test("chooses the first of equal ones, never one whose metric is NaN", async () => {
    const mute = new TableModel({ score: () => Number.NaN });
    const twins = [1, 1].map((each) => new MeanRating({ damping: each }));
    const { model, record } = await chooseModel([mute, ...twins], split, { metric: "novelty@3" });
    expect(record.trials[0]!.score).toBeNaN();
    expect(model).toBe(twins[0]);
  });

  test("takes interactions", async () => {
    const interactions = split.train.toInteractions();
    const rankers = [new Popularity(), new ItemKnn({ aggregate: "sum", keep: 20 })];
    const { label, record } = await chooseModel(rankers, randomSplit(interactions, { seed: 1 }));
    expect(label).toBe("ItemKnn");
    expect(record.metric).toBe("ndcg@10");
    expect(record.trials[1]!.score).toBeGreaterThan(record.trials[0]!.score!);
  });

  test("refuses what it cannot do", async () => {
    await expect(chooseModel([], split)).rejects.toThrow(
      "chooseModel has no model to try; give it at least one",
    );
    await expect(chooseModel(models, [])).rejects.toThrow("validation is an empty list");
    await expect(chooseModel([...models, new Popularity()], split)).rejects.toThrow(
      /chooseModel cannot measure Popularity: .*are not stars.*"ndcg@10"/,
    );
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(chooseModel(models, split, { signal })).rejects.toThrow("stop");
  });
});
