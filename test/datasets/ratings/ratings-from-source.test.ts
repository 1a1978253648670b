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

test("ids are texts or numbers where asked for", async () => {
  const load = (rows: string, ids?: "text" | "number") =>
    ratingsFromSource(textSource("a.csv", `userId,itemId,rating\n${rows}`), { ids: ids! });
  expect([...(await load("1,20,3\n2,021,4\n", "text"))]).toEqual([
    { userId: "1", itemId: "20", rating: 3 },
    { userId: "2", itemId: "021", rating: 4 },
  ]);
  expect((await load("1,20,3\n", "number")).items.ids).toEqual([20]);
  await expect(load("1,20,3\n2,021,4\n", "number")).rejects.toThrow(
    'a.csv line 3, column "itemId": "021" is not a whole number',
  );
  await expect(load("1,2,3\n", "int" as "text")).rejects.toThrow('ids: "int" is none of "text", "number"');
});
