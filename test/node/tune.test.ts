import { expect, test } from "vitest";
import { tune as tuneHere } from "../../src/evaluation/tuning/tune.js";
import { MeanRating } from "../../src/models/baselines/mean-rating.js";
import { tune } from "../../src/node/tune.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";

const ratings = simulateRatings({ users: 30, items: 20, count: 300, seed: 4 });

test("from its sources it runs in this thread, with the same result", async () => {
  const space = { damping: [0, 5] };
  const [here, there] = await Promise.all([
    tuneHere(MeanRating, ratings, space),
    tune(MeanRating, ratings, space, { workers: 2 }),
  ]);
  expect(there.record.trials.map(({ score }) => score)).toEqual(here.record.trials.map(({ score }) => score));
  expect(() => tune(MeanRating, ratings, space, { workers: 0 })).toThrow("workers: 0 is not a whole number");
});
