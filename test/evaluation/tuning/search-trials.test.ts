import { describe, expect, test } from "vitest";
import { searchTrials } from "../../../src/evaluation/tuning/search-trials.js";
import type { TrialSettings } from "../../../src/evaluation/tuning/settings-space.js";
import type { TrialRunner, TrialTask } from "../../../src/evaluation/tuning/trial-runner.js";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { ratingsOf } from "../made-up-ratings.js";

const ratings = ratingsOf([[1, "a", 3]]);
const split = { train: ratings, test: ratings };
const damping = [4, 3, 2, 1];
const search = {
  name: "MeanRating",
  modelOf: (settings: TrialSettings) => new MeanRating(settings),
  space: { damping },
  combinations: damping.map((each) => ({ damping: each })),
  splits: split,
};

/** A runner whose score is a function of the setting, and the tasks that it was started with. */
function runnerOf(scoreOf: (damping: number) => number | undefined, width = 1) {
  const tasks: TrialTask[] = [];
  const counts: number[] = [];
  const state = { running: 0, most: 0, ended: 0 };
  const start = (task: TrialTask, trials: number): TrialRunner => {
    tasks.push(task);
    counts.push(trials);
    return {
      width,
      async run(settings) {
        state.most = Math.max(state.most, ++state.running);
        await new Promise((done) => setTimeout(done, 5 * Number(settings.damping)));
        state.running--;
        const score = scoreOf(Number(settings.damping));
        return score === undefined ? { settings, error: "it diverged" } : { settings, score };
      },
      end: () => state.ended++,
    };
  };
  return { start, tasks, counts, state };
}

describe("searchTrials", () => {
  test("takes the least of an error, the most of another metric, and the first of equal ones", async () => {
    const { start } = runnerOf((each) => Math.abs(each - 2.5));
    const least = await searchTrials(start, search, { metric: "mae" });
    expect([least.settings, least.score]).toEqual([{ damping: 3 }, 0.5]);
    const most = await searchTrials(start, search, { metric: "auc" });
    expect([most.settings, most.score]).toEqual([{ damping: 4 }, 1.5]);
  });

  test("lists trials in the order of the combinations, however many run at a time", async () => {
    const { start, state } = runnerOf((each) => each, 3);
    const { record } = await searchTrials(start, search, {});
    expect(record.trials.map(({ score }) => score)).toEqual(damping);
    expect(record).toMatchObject({
      model: "MeanRating",
      metric: "rmse",
      parts: [[1, 1, expect.any(Number)]],
    });
    expect(state).toEqual({ running: 0, most: 3, ended: 1 });
  });

  test("passes over errors, and does not start a runner if no trial is left", async () => {
    const { start, tasks, counts } = runnerOf((each) => (each < 3 ? undefined : each));
    const { score, record } = await searchTrials(start, search, {});
    expect(score).toBe(3);
    expect(record.trials[3]).toEqual({ settings: { damping: 1 }, error: "it diverged" });
    expect((await searchTrials(start, search, { previous: record })).score).toBe(3);
    expect(tasks).toHaveLength(1);
    const previous = { ...record, trials: record.trials.slice(1) };
    await searchTrials(start, search, { previous });
    expect(counts).toEqual([4, 1]);
  });

  test("does not mix trials of other validation parts of the same size", async () => {
    const { start } = runnerOf((each) => each);
    const { record: previous } = await searchTrials(start, search, {});
    const other = ratingsOf([[1, "a", 4]]);
    const splits = { train: other, test: other };
    await expect(searchTrials(start, { ...search, splits }, { previous })).rejects.toThrow(
      "previous is of another parts: ",
    );
  });

  test("ends the runner, and begins no further trial, after an error of onTrial", async () => {
    const { start, state } = runnerOf((each) => each);
    let calls = 0;
    const onTrial = () => {
      calls++;
      throw new Error("disk full");
    };
    await expect(searchTrials(start, search, { onTrial })).rejects.toThrow("disk full");
    expect([calls, state.ended]).toEqual([1, 1]);
  });
});
