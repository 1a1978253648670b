import { expect, test } from "vitest";
import { csvFile } from "../../src/plans/relations.js";
import { lateTimestamp, randomTestRow, rowsWhere, timestampCounts } from "../../src/plans/split-plan.js";
import { queryOf } from "../query-of.js";

const ratings = csvFile("/a");

test("a condition filters rows", () => {
  expect(rowsWhere(ratings, "rating >= 4")).toMatchObject({
    relType: {
      case: "filter",
      value: { input: ratings, condition: { exprType: { value: { expression: "rating >= 4" } } } },
    },
  });
});

test("a random test row depends on user, item and seed", () => {
  expect(randomTestRow(0.25, 7)).toBe("pmod(xxhash64(7L, userId, itemId), 1000000) < 250000");
});

test("the n-th last timestamp has n - 1 after it", () => {
  expect(queryOf(lateTimestamp(ratings, 3))).toMatch(/ORDER BY timestamp DESC LIMIT 1 OFFSET 2$/);
  expect(queryOf(timestampCounts(ratings))).toContain("timestamp IS NULL");
});
