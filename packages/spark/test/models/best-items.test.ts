import { expect, test } from "vitest";
import { bestRatedItems, popularItems } from "../../src/models/best-items.js";
import { fakeRatings } from "../fake-ratings.js";
import { fakeRows } from "../fake-rows.js";

test("items come in the server's order, and bad options are errors", async () => {
  const { source } = await fakeRatings(() => [fakeRows({ itemId: [50, 51], score: [4.5, 2] })]);
  expect(await popularItems(source, { count: 2 })).toEqual([
    { itemId: 50, score: 4.5 },
    { itemId: 51, score: 2 },
  ]);
  expect(() => bestRatedItems(source, { damping: -1 })).toThrow("damping: -1 is not a number of at least 0");
  expect(() => bestRatedItems(source, { minRatings: 0 })).toThrow("minRatings: 0");
  await expect(popularItems(source, { count: 1.5 })).rejects.toThrow("count: 1.5");
});
