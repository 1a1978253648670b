import { expect, test } from "vitest";
import { rankingMetrics, ratingErrors } from "../../src/plans/metric-plan.js";
import { csvFile } from "../../src/plans/relations.js";
import { inputsOf, queryOf } from "../query-of.js";

test("pairs without a prediction have no error", () => {
  expect(queryOf(ratingErrors(csvFile("/a")))).toContain("CASE WHEN NOT isnan(prediction)");
});

test("a place has the gain 1 / log2(place + 1), and all test ratings may be relevant", () => {
  const plan = rankingMetrics(csvFile("/a"), csvFile("/b"), { count: 2, relevantFrom: undefined });
  expect(Object.keys(inputsOf(plan))).toEqual(["lists", "test"]);
  expect(queryOf(plan)).toContain(`array(1D, ${1 / Math.log2(3)}D)`);
  expect(queryOf(plan)).toContain("WHERE TRUE");
  const high = rankingMetrics(csvFile("/a"), csvFile("/b"), { count: 2, relevantFrom: 4 });
  expect(queryOf(high)).toContain("WHERE rating >= 4D");
});
