import { expect, test } from "vitest";
import { ratingsFromSource } from "../../../src/datasets/ratings/ratings-from-source.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

test.each([",", ";", "\t", "|", "::"])("finds that %j separates the fields", async (separator) => {
  const line = (...fields: unknown[]) => `${fields.join(separator)}\n`;
  const text = line("userId", "itemId", "rating") + line("ann", "x", 4);
  expect([...(await ratingsFromSource(textSource("a.csv", text)))]).toMatchObject([
    { userId: "ann", itemId: "x", rating: 4 },
  ]);
});

test("columns by position mean that there is no header", async () => {
  const columns = { userId: 0, itemId: 1, rating: 2 };
  const ratings = await ratingsFromSource(textSource("a.csv", "1,2,3\n4,5,1\n"), columns);
  expect(ratings.count).toBe(2);
});
