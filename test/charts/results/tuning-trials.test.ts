import { expect, test } from "vitest";
import { palette } from "../../../src/charts/parts/theme.js";
import { tuningTrials } from "../../../src/charts/results/tuning-trials.js";
import type { Trial, TuningRecord } from "../../../src/evaluation/tuning/tuning-record.js";

const recordOf = (trials: Trial[], space: TuningRecord["space"]): TuningRecord => ({
  model: "A<b>",
  metric: "rmse",
  space,
  parts: [[8, 2, 0]],
  trials,
});
const record = recordOf(
  [
    { settings: { damping: 1, center: "<u>" }, score: 0.9, scores: [0.9] },
    { settings: { damping: 50, center: "item" }, score: 0.8, scores: [0.8] },
    { settings: { damping: 5, center: "item" }, error: "diverged" },
  ],
  { damping: [1, 50, 5], center: ["<u>", "item"] },
);

function parts(options: Parameters<typeof tuningTrials>[1]) {
  const { data, layout } = tuningTrials(record, options);
  const trace = data[0] as unknown as { x: unknown[]; y: number[]; marker: { color: string[] } };
  return { ...trace, axis: layout.xaxis, title: layout.title?.text };
}

test("each trial with a score is a dot, the best one orange and in the subtitle", () => {
  const { x, y, marker, axis, title } = parts({ lowerIsBetter: true });
  expect([x, y]).toEqual([
    [1, 50],
    [0.9, 0.8],
  ]);
  expect(marker.color).toEqual([palette.blue, palette.orange]);
  expect(axis).toMatchObject({ type: "log", title: { text: "damping" } });
  expect(title).toContain("A&#60;b&#62;: 3 trials");
  expect(title).toContain("best: damping 50, center item");
  expect(title).toContain("1 without a score not shown");
});

test("words have a place each, and the highest is the best unless less is better", () => {
  const { x, marker, axis } = parts({ setting: "center", title: "Which?" });
  expect(x).toEqual(["&#60;u&#62;", "item"]);
  expect(axis).toMatchObject({ type: "category" });
  expect(marker.color).toEqual([palette.orange, palette.blue]);
});

test("refuses a setting that was not searched, and trials without a score", () => {
  expect(() => tuningTrials(record, { setting: "k" })).toThrow(
    'setting: "k" was not searched; these were: damping, center',
  );
  expect(() => tuningTrials(recordOf([record.trials[2]!], record.space))).toThrow(
    "tuningTrials has no score to show of 1 trials",
  );
});
