// @module-tag slow
import { kFolds, simulateRatings } from "reelbook";
import { beforeAll, describe, expect, test } from "vitest";
import { settingsOf } from "../../bench/settings/grids.mjs";
import { trySettings } from "../../bench/settings/try-settings.mjs";
import { canTune, tuneSettings } from "../../bench/settings/tune-settings.mjs";
import { validationParts } from "../../bench/settings/validation-parts.mjs";
import { build } from "../../scripts/build.mjs";

const grid = {
  model: "ItemKnn",
  fixed: { center: "mean", similarity: "pearson" },
  tried: { neighbors: [5, 10], shrinkage: [0, 10] },
};

describe("the grids of the leaderboard, searched by tune,", () => {
  beforeAll(() => build());

  test("give the same settings in the same order, with the same measures", async () => {
    const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });
    const validation = { measure: "rmse", testShare: 0.25, seeds: [0, 1] };
    const data = { parts: validationParts(kFolds(ratings, { folds: 2 }), validation), measure: "rmse" };
    const tuned = await tuneSettings(grid, data);
    expect(tuned.map(({ settings }) => settings)).toEqual(settingsOf(grid));
    for (const { settings, scores } of tuned)
      expect(scores).toEqual(trySettings("ItemKnn", [settings], data));
  });

  test("a model that cannot be fitted is an error", async () => {
    const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });
    const parts = validationParts([{ train: ratings, test: ratings }], {
      measure: "rmse",
      testShare: 0.25,
      seeds: [0],
    });
    const diverging = { model: "FunkSvd", fixed: { factors: 2 }, tried: { learningRate: [0.01, 50] } };
    await expect(tuneSettings(diverging, { parts, measure: "rmse" })).rejects.toThrow(
      /FunkSvd \{"factors":2,"learningRate":50\}: FunkSvd diverged/,
    );
  });

  test("are not those of ensembles, of models with facts of items, and of models without settings", () => {
    const side = { items: [] };
    expect(canTune(grid, side)).toBe(true);
    expect(canTune({ ...grid, model: "Blend", of: ["ItemKnn"] })).toBe(false);
    expect(canTune({ ...grid, model: "GenreContent" }, side)).toBe(false);
    expect(canTune({ model: "FactorizationMachine", fixed: {}, tried: { factors: [2] } }, side)).toBe(true);
    expect(canTune({ model: "Popularity", fixed: {}, tried: {} })).toBe(false);
  });
});
