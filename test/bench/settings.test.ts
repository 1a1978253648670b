import { describe, expect, test } from "vitest";
import { gridSettings, isFixed } from "../../bench/settings/grid-settings.mjs";
import { settingsOf } from "../../bench/settings/grids.mjs";
import { withMembers } from "../../bench/settings/members.mjs";
import { PROTOCOLS } from "../../bench/settings/protocols.mjs";
import { bestOfEachSplit, chosenSettings, readTrials } from "../../bench/settings/trials.mjs";

test("a grid is each combination of the tried settings, with the fixed ones", () => {
  const grid = { model: "M", fixed: { center: "mean" }, tried: { neighbors: [1, 2], damping: [0, 3] } };
  expect(settingsOf(grid)).toEqual([
    { center: "mean", neighbors: 1, damping: 0 },
    { center: "mean", neighbors: 1, damping: 3 },
    { center: "mean", neighbors: 2, damping: 0 },
    { center: "mean", neighbors: 2, damping: 3 },
  ]);
});

const splitCounts: Record<string, number> = { "surprise-folds": 5 };

const searched = Object.entries(PROTOCOLS).filter(([, { grids }]) => Object.keys(grids).length > 0);

describe.each(searched)("of %s", (protocol, { grids, validation }) => {
  test.each(Object.entries(grids).filter(([, grid]) => !isFixed(grid)))(
    "%s was tried with the settings of its grid, on all splits",
    (name, grid) => {
      const trials = readTrials(protocol)[name] ?? [];
      expect(trials.map(({ settings }) => settings)).toEqual(settingsOf(grid));
      for (const trial of trials) expect(trial[validation.measure]).toHaveLength(splitCounts[protocol] ?? 1);
    },
  );
});

test("each split chooses the best on its validation part, the first of equal ones", () => {
  const trials = [
    { settings: { factors: 1 }, rmse: [0.9, 0.8, 0.7] },
    { settings: { factors: 2 }, rmse: [0.8, 0.9, 0.7] },
  ];
  expect(bestOfEachSplit(trials)).toEqual([{ factors: 2 }, { factors: 1 }, { factors: 1 }]);
  expect(() => chosenSettings("surprise-folds", "Nothing")).toThrow(
    "Nothing was tried for Nothing; run node bench/choose-settings.mjs first.",
  );
});

test("the smallest error is best, the largest of any other measure", () => {
  const trials = (measure: string) => [
    { settings: { factors: 1 }, [measure]: [0.2] },
    { settings: { factors: 2 }, [measure]: [0.3] },
  ];
  expect(bestOfEachSplit(trials("rmse"))).toEqual([{ factors: 1 }]);
  expect(bestOfEachSplit(trials("ndcg-full@10"))).toEqual([{ factors: 2 }]);
});

test("a grid that tries nothing has one setting for all splits, in an ensemble too", () => {
  const name = "FactorizationMachine, 200 sweeps";
  const settings = { samples: 180, iterations: 200 };
  expect(gridSettings("surprise-folds", name)).toEqual([settings]);
  const blends = withMembers("surprise-folds", [{ folds: 3 }], [name, "ItemKnn"]);
  expect(blends).toHaveLength(5);
  for (const [split, { folds, models }] of blends.entries()) {
    const knn = { name: "ItemKnn", settings: chosenSettings("surprise-folds", "ItemKnn")[split] };
    expect({ folds, models }).toEqual({
      folds: 3,
      models: [{ name: "FactorizationMachine", settings }, knn],
    });
  }
});
