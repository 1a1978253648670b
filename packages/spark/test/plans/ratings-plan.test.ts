import { expect, test } from "vitest";
import { ratingsReport, type SourceColumns, typedRatings } from "../../src/plans/ratings-plan.js";
import { csvFile } from "../../src/plans/relations.js";
import { queryOf } from "../query-of.js";

const columns = { userId: "user id", itemId: "movieId", rating: "stars" };

test("columns get our names and Spark's types, timestamps only where there are some", () => {
  const expressions = (given: SourceColumns) =>
    JSON.stringify(typedRatings(csvFile("/a"), given).relType.value.expressions);
  const without = expressions(columns);
  expect(without).toContain("try_cast(`user id` AS INT) AS userId");
  expect(without).toContain("try_cast(`stars` AS DOUBLE) AS rating");
  expect(without).not.toContain("timestamp");
  const all = expressions({ ...columns, timestamp: "when" });
  expect(all).toContain("CAST(`when` AS DOUBLE) AS timestamp");
});

test("the report quotes the columns of the file", () => {
  const report = queryOf(ratingsReport(csvFile("/a"), columns));
  for (const name of ["`user id`", "`movieId`", "`stars`"]) expect(report).toContain(name);
});
