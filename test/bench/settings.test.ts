import { expect, test } from "vitest";
import { GRIDS, settingsOf } from "../../bench/settings/grids.mjs";
import { bestOfEachSplit, chosenSettings, readTrials } from "../../bench/settings/trials.mjs";

test("a grid is each combination of what is tried, with what is fixed", () => {
  const grid = { model: "M", fixed: { center: "mean" }, tried: { neighbors: [1, 2], damping: [0, 3] } };
  expect(settingsOf(grid)).toEqual([
    { center: "mean", neighbors: 1, damping: 0 },
    { center: "mean", neighbors: 1, damping: 3 },
    { center: "mean", neighbors: 2, damping: 0 },
    { center: "mean", neighbors: 2, damping: 3 },
  ]);
});

test.each(Object.entries(GRIDS))(
  "%s was tried with the settings of its grid, on all five folds",
  (name, grid) => {
    const trials = readTrials("surprise-folds")[name] ?? [];
    expect(trials.map(({ settings }) => settings)).toEqual(settingsOf(grid));
    for (const { rmse } of trials) expect(rmse).toHaveLength(5);
  },
);

test("each split chooses what did best on its validation part, the first of equals", () => {
  const trials = [
    { settings: { factors: 1 }, rmse: [0.9, 0.8, 0.7] },
    { settings: { factors: 2 }, rmse: [0.8, 0.9, 0.7] },
  ];
  expect(bestOfEachSplit(trials)).toEqual([{ factors: 2 }, { factors: 1 }, { factors: 1 }]);
  expect(() => chosenSettings("surprise-folds", "Nothing")).toThrow(
    "Nothing was tried for Nothing; run node bench/choose-settings.mjs first.",
  );
});
