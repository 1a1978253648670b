import { expect, test } from "vitest";
import { evaluateRatings } from "../../src/evaluation/evaluate-ratings.js";
import { alsSettings } from "../../src/models/als-settings.js";
import { FittedSparkAls } from "../../src/models/fitted-spark-als.js";
import { fakeRatings } from "../fake-ratings.js";
import { fakeRows } from "../fake-rows.js";

test("the errors are those of the server's one row", async () => {
  const row = fakeRows({ rmse: [0.5], mae: [0.25], predicted: [3n], total: [4n] });
  const { source } = await fakeRatings(() => [row]);
  const model = new FittedSparkAls("m", source, alsSettings({}));
  expect(await evaluateRatings(model, source)).toEqual({ rmse: 0.5, mae: 0.25, predicted: 3, total: 4 });
});
