import { expect, test } from "vitest";
import { randomSplit } from "../../src/evaluation/random-split.js";
import { conditionOf, fakeRatings } from "../fake-ratings.js";

test("both parts together are all ratings, and nothing is read yet", async () => {
  const { source, server } = await fakeRatings();
  const { train, test: held } = randomSplit(source, { testShare: 0.1, seed: 3 });
  expect(conditionOf(train)).toBe(`NOT (${conditionOf(held)})`);
  expect(server.methods()).not.toContain("ExecutePlan");
  expect(() => randomSplit(source, { seed: 0.5 })).toThrow("seed: 0.5 is not a whole number");
  expect(() => randomSplit(source, { testShare: 2 })).toThrow("testShare: 2");
});
