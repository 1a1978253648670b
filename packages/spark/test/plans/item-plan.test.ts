import { expect, test } from "vitest";
import { best, itemCounts, itemMeans, similarItemPairs } from "../../src/plans/item-plan.js";
import { csvFile } from "../../src/plans/relations.js";
import { queryOf } from "../query-of.js";

const ratings = csvFile("/a");

test("scores of items are counts, or means with imaginary ratings", () => {
  expect(queryOf(itemCounts(ratings))).toContain("count(*)");
  const means = queryOf(itemMeans(ratings, { damping: 2.5, minRatings: 3 }));
  expect(means).toContain("(sum(rating) + 2.5D * first(mean)) / (count(*) + 2.5D)");
  expect(means).toContain("HAVING count(*) >= 3");
  expect(queryOf(best(ratings, 4))).toMatch(/ORDER BY score DESC, itemId LIMIT 4$/);
});

test("pairs of items have enough common users, and few of them are kept", () => {
  const query = queryOf(similarItemPairs(ratings, { similarity: "jaccard", minCommon: 7, keep: 9 }));
  expect(query.match(/HAVING count\(\*\) >= 7/g)).toHaveLength(2);
  expect(query).toContain("x.itemId < y.itemId");
  expect(query).toContain("common / (lengthX + lengthY - common) AS similarity");
  expect(query).toContain("place <= 9");
});
