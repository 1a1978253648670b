import { describe, expect, test } from "vitest";
import { evaluateRanking } from "../../../src/evaluation/experiments/evaluate-ranking.js";
import { evaluateRatings } from "../../../src/evaluation/experiments/evaluate-ratings.js";
import { kFolds } from "../../../src/evaluation/splits/k-folds.js";
import { randomSplit } from "../../../src/evaluation/splits/random-split.js";
import { linearRange, logRange } from "../../../src/evaluation/tuning/setting-range.js";
import { tune } from "../../../src/evaluation/tuning/tune.js";
import type { TuningRecord } from "../../../src/evaluation/tuning/tuning-record.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { FunkSvd } from "../../../src/models/factors/funk-svd.js";
import { Ease } from "../../../src/models/item-weights/ease.js";
import { ItemKnn } from "../../../src/models/neighbors/item-knn.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { simulateRatings } from "../../../src/ratings/simulation/simulator.js";
import "../../../src/ratings/interactions.js";

const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });

describe("tune", () => {
  test("tries a grid on a validation part, and chooses the settings with the least error", async () => {
    const damping = [0, 2, 20, 2000];
    const { model, settings, score, record } = await tune(MeanRating, ratings, { damping });
    const { train, test } = randomSplit(ratings);
    const errors = damping.map(
      (each) => evaluateRatings(new MeanRating({ damping: each }).fit(train), test).rmse,
    );
    expect(record.trials.map((trial) => trial.score)).toEqual(errors);
    expect(score).toBe(Math.min(...errors));
    expect(settings).toEqual({ damping: damping[errors.indexOf(score)] });
    expect(model).toBeInstanceOf(MeanRating);
    expect(model.settings.damping).toBe(settings.damping);
    expect(record).toMatchObject({
      model: "MeanRating",
      metric: "rmse",
      parts: [[train.count, test.count, expect.any(Number)]],
    });
  });

  test("takes the highest of a metric of which more is better, on folds or given parts", async () => {
    const validation = kFolds(ratings, { folds: 3, seed: 5 });
    const options = { metric: "ndcg@5", relevantFrom: 4 };
    const space = { neighbors: [1, 30] };
    const byFolds = await tune(ItemKnn, ratings, space, { ...options, folds: 3, seed: 5 });
    const given = await tune(ItemKnn, ratings, space, { ...options, validation });
    const strip = ({ trials }: TuningRecord) => trials.map(({ settings, scores }) => ({ settings, scores }));
    expect(strip(given.record)).toEqual(strip(byFolds.record));
    const alone = validation.map(({ train, test }) => {
      const fitted = new ItemKnn({ neighbors: 30 }).fit(train);
      const metrics = ["ndcg@5"] as const;
      return evaluateRanking(fitted, test, { metrics, relevant: (rating) => rating >= 4 }).metrics["ndcg@5"];
    });
    expect(given.record.trials[1]!.scores).toEqual(alone);
    expect(given.score).toBe(Math.max(...given.record.trials.map((trial) => trial.score!)));
  });

  test("random trials are drawn by the seed, and more of them begin with the same", async () => {
    const space = { damping: logRange(1, 1000) };
    const few = await tune(MeanRating, ratings, space, { trials: 3, seed: 2 });
    const more = await tune(MeanRating, ratings, space, { trials: 5, seed: 2 });
    const settingsOf = ({ record }: { record: TuningRecord }) =>
      record.trials.map(({ settings }) => settings);
    expect(settingsOf(more).slice(0, 3)).toEqual(settingsOf(few));
    expect(settingsOf(more)).toHaveLength(5);
    expect(settingsOf(await tune(MeanRating, ratings, space, { trials: 3, seed: 3 }))).not.toEqual(
      settingsOf(few),
    );
  });

  test("goes on from a record that went through JSON, without making its trials again", async () => {
    const space = { neighbors: [5, 10, 15], keep: [Number.POSITIVE_INFINITY] };
    const whole = await tune(ItemKnn, ratings, space);
    const controller = new AbortController();
    let saved = "";
    const stopped = tune(ItemKnn, ratings, space, {
      signal: controller.signal,
      onTrial: (record) => {
        saved = JSON.stringify(record);
        if (record.trials.length === 2) controller.abort(new Error("power cut"));
      },
    });
    await expect(stopped).rejects.toThrow("power cut");
    const previous = JSON.parse(saved) as TuningRecord;
    expect(previous.trials).toHaveLength(2);
    const progress: number[] = [];
    const resumed = await tune(ItemKnn, ratings, space, {
      previous: { ...previous, trials: previous.trials.map((trial) => ({ ...trial, fitSeconds: 77 })) },
      onProgress: ({ done }) => progress.push(done),
    });
    expect(progress).toEqual([2, 3]);
    expect(resumed.record.trials.map(({ fitSeconds }) => fitSeconds === 77)).toEqual([true, true, false]);
    expect([resumed.settings, resumed.score]).toEqual([whole.settings, whole.score]);
    const all = await tune(ItemKnn, ratings, space, { previous: JSON.parse(JSON.stringify(whole.record)) });
    expect([all.settings, all.score]).toEqual([whole.settings, whole.score]);
  });

  test("settings with which a model diverges are a trial with an error", async () => {
    const space = { learningRate: [0.005, 1000], iterations: [3] };
    const { settings, record } = await tune(FunkSvd, ratings, space);
    expect(settings.learningRate).toBe(0.005);
    expect(record.trials[1]!.score).toBeUndefined();
    expect(record.trials[1]!.error).toMatch(/diverge/);
    await expect(tune(FunkSvd, ratings, { learningRate: [1000] })).rejects.toThrow(
      /none of the 1 trials has a score; the first says: .*diverge/,
    );
  });

  test("takes interactions, by ndcg@10 unless told otherwise, and no metric of ratings", async () => {
    const interactions = ratings.toInteractions({ from: 3 });
    const space = { regularization: [1, 1000] };
    const { record, score, settings } = await tune(Ease, interactions, space, { seed: 3 });
    const { train, test } = randomSplit(interactions, { seed: 3 });
    const alone = space.regularization.map(
      (regularization) => evaluateRanking(new Ease({ regularization }).fit(train), test).metrics["ndcg@10"],
    );
    expect(record).toMatchObject({
      metric: "ndcg@10",
      parts: [[train.count, test.count, expect.any(Number)]],
    });
    expect(record.trials.map((trial) => trial.score)).toEqual(alone);
    expect([score, settings.regularization]).toEqual([
      Math.max(...alone),
      space.regularization[alone.indexOf(Math.max(...alone))],
    ]);
    const given = await tune(Ease, interactions, space, { validation: { train, test }, relevantFrom: 1 });
    expect(given.record.trials.map((trial) => trial.score)).toEqual(alone);
    await expect(tune(Ease, interactions, space, { metric: "mae" })).rejects.toThrow(
      'metric "mae" is one of ratings; take one of lists, such as "ndcg@10"',
    );
    // @ts-expect-error Interactions are no Ratings.
    await expect(tune(MeanRating, interactions, { damping: [0, 5] })).rejects.toThrow(
      "none of the 2 trials has a score; the first says: MeanRating predicts ratings, and interactions have none",
    );
  });

  test("refuses what it cannot do", async () => {
    const space = { damping: [0, 1, 2] };
    const refused = async (options: object, message: string | RegExp) =>
      expect(tune(MeanRating, ratings, space, options)).rejects.toThrow(message);
    await refused({ metric: "accuracy" }, 'metric "accuracy" is unknown');
    await refused({ trials: 2 }, 'the grid has 3 combinations, more than trials: 2; pass sampler: "random"');
    const fine = { damping: linearRange(0, 9, { steps: 1e9 }) };
    await expect(tune(MeanRating, ratings, fine, { sampler: "grid" })).rejects.toThrow(
      "the grid has 1000000000 combinations, more than trials: 1000000",
    );
    await expect(tune(MeanRating, ratings, null as unknown as object)).rejects.toThrow(
      "there is no setting of MeanRating",
    );
    await expect(tune(new MeanRating() as unknown as typeof MeanRating, ratings, space)).rejects.toThrow(
      "an object (name, settings) is not a class of models; give one, as tune(ItemKnn, …)",
    );
    await refused({ trials: 0 }, "trials: 0 is not a whole number of at least 1");
    await refused({ sampler: "bayes" }, 'sampler: "bayes" is none of "grid", "random"');
    await refused({ folds: 2, validation: [] }, "validation and folds are two ways");
    await refused({ validation: [] }, "validation is an empty list");
    await refused({ signal: AbortSignal.abort(new Error("stop")) }, "stop");
    const { record } = await tune(MeanRating, ratings, { damping: [7] });
    await refused(
      { previous: record },
      'previous is of another space: {"damping":[7]}, not {"damping":[0,1,2]}',
    );
    await expect(tune(MeanRating, ratings, { k: [1] } as object)).rejects.toThrow(
      'MeanRating has no setting "k"',
    );
    await expect(tune(MeanRating, Ratings.from([]), space)).rejects.toThrow();
    await expect(tune(MeanRating, ratings, { damping: linearRange(-2, -1) })).rejects.toThrow("damping: -");
  });
});
