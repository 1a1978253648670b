import { expect, test } from "vitest";
import { evaluateRanking } from "../../src/evaluation/evaluate-ranking.js";
import { alsSettings } from "../../src/models/als-settings.js";
import { FittedSparkAls } from "../../src/models/fitted-spark-als.js";
import { fakeRatings } from "../fake-ratings.js";
import { fakeRows } from "../fake-rows.js";

test("the metrics are those of the server's one row", async () => {
  const row = fakeRows({
    power: Array.from([2], (power) => power),
    most: [9n],
    ndcg: [0.5],
    recall: [0.25],
    users: [3n],
  });
  const { source } = await fakeRatings(() => [row]);
  const model = new FittedSparkAls("m", source, alsSettings({}));
  expect(await evaluateRanking(model, source, { count: 5 })).toEqual({ ndcg: 0.5, recall: 0.25, users: 3 });
  await expect(evaluateRanking(model, source, { count: 0 })).rejects.toThrow("count: 0");
  await expect(evaluateRanking(model, source, { relevantFrom: Number.NaN })).rejects.toThrow(
    "relevantFrom: NaN is not a number; give a rating, such as 4",
  );
});
