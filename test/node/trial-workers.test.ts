// @module-tag slow
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { build } from "../../scripts/build.mjs";
import { root } from "../../scripts/lib/places.mjs";
import { kFolds } from "../../src/evaluation/splits/k-folds.js";
import { runInThisThread } from "../../src/evaluation/tuning/trial-runner.js";
import { ItemKnn } from "../../src/models/neighbors/item-knn.js";
import { trialWorkers } from "../../src/node/trial-workers.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";
import "../../src/ratings/interactions.js";

const library = pathToFileURL(join(root, "src/dist/index.mjs")).href;
const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });
const task = {
  name: "ItemKnn",
  modelOf: (settings: object) => new ItemKnn(settings),
  splits: kFolds(ratings, { folds: 2 }),
  metric: "ndcg@5",
  relevantFrom: 4,
  signal: undefined as AbortSignal | undefined,
};

beforeAll(() => build());

describe("trialWorkers", () => {
  test("have the scores of this thread, to the last digit", async () => {
    const settings = [2, 5, 20, 40].map((neighbors) => ({ neighbors }));
    const here = runInThisThread(task);
    const there = trialWorkers(task, { workers: 2, library });
    try {
      for (const pair of [settings.slice(0, 2), settings.slice(2)]) {
        const [ours, theirs] = await Promise.all([
          Promise.all(pair.map((each) => here.run(each))),
          Promise.all(pair.map((each) => there.run(each))),
        ]);
        expect(theirs.map(({ scores }) => scores)).toEqual(ours.map(({ scores }) => scores));
        expect(theirs.map((trial) => trial.settings)).toEqual(pair);
      }
      expect((await there.run({ neighbors: -1 })).error).toMatch(/neighbors: -1 is not/);
    } finally {
      there.end();
    }
  });

  test("have the scores of this thread for interactions", async () => {
    const splits = kFolds(ratings.toInteractions({ from: 3 }), { folds: 2 });
    const ofInteractions = { ...task, splits, relevantFrom: undefined };
    const settings = { neighbors: 5, aggregate: "sum" };
    const there = trialWorkers(ofInteractions, { workers: 1, library });
    try {
      const [ours, theirs] = [await runInThisThread(ofInteractions).run(settings), await there.run(settings)];
      expect(ours.scores?.every((score) => score > 0)).toBe(true);
      expect(theirs.scores).toEqual(ours.scores);
    } finally {
      there.end();
    }
  });

  test("are no more than there are trials", async () => {
    const program = `
      const { MeanRating, simulateRatings, tune } = require(${JSON.stringify(join(root, "src/dist/index.cjs"))});
      const threads = require("node:worker_threads");
      let started = 0;
      const on = threads.Worker.prototype.on;
      threads.Worker.prototype.on = function (...args) {
        started += args[0] === "message" ? 1 : 0;
        return on.apply(this, args);
      };
      const { setBackend } = require(${JSON.stringify(join(root, "src/dist/index.cjs"))});
      setBackend("plain");
      tune(MeanRating, simulateRatings({ users: 9, items: 7, count: 40, seed: 1 }), { damping: [0, 5] }, { workers: 1e6 })
        .then(({ record }) => console.log(record.trials.length, started));`;
    expect(execFileSync(process.execPath, ["-e", program], { encoding: "utf8" })).toBe("2 2\n");
  });

  test("a worker that dies is an error with its settings, and what to do", async () => {
    const missing = pathToFileURL(join(root, "src/dist/missing.mjs")).href;
    const dead = trialWorkers(task, { workers: 1, library: missing });
    await expect(dead.run({ neighbors: 3 })).rejects.toThrow(
      /^a worker of tune ended while it measured \{"neighbors":3\}: .*missing\.mjs.*; pass workers: 1/,
    );
    dead.end();
  });

  test("an abort does not wait for a trial", async () => {
    const controller = new AbortController();
    const runner = trialWorkers({ ...task, signal: controller.signal }, { workers: 1, library });
    const trial = runner.run({ neighbors: 3 });
    controller.abort(new Error("stopped"));
    await expect(trial).rejects.toThrow("stopped");
    runner.end();
  });
});

describe("the built library", () => {
  const program = `
    const ratings = simulateRatings({ users: 60, items: 40, count: 900, seed: 4 });
    const space = { neighbors: [2, 5, 20], shrinkage: logRange(1, 100) };
    const scores = [];
    for (const workers of [1, 2]) {
      const { record } = await tune(ItemKnn, ratings, space, { trials: 4, workers });
      scores.push(record.trials.map(({ score }) => score));
    }
    console.log(JSON.stringify(scores));`;
  const names = "{ ItemKnn, logRange, simulateRatings, tune }";

  test.each([
    ["ESM", ["--input-type=module", "-e", `import ${names} from "reelbook"; ${program}`]],
    ["CommonJS", ["-e", `const ${names} = require("reelbook"); (async () => {${program}})()`]],
  ])("tunes in workers from %s, and the process ends", (_, args) => {
    const [one, two] = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }));
    expect(one).toHaveLength(4);
    expect(two).toEqual(one);
  });
});
