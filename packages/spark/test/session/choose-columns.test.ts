import { expect, test } from "vitest";
import { chooseColumns } from "../../src/session/choose-columns.js";

test("the usual names are found, and others are given", () => {
  const movieLens = ["userId", "movieId", "rating", "timestamp"];
  expect(chooseColumns(movieLens, "a.csv")).toEqual({
    userId: "userId",
    itemId: "movieId",
    rating: "rating",
    timestamp: "timestamp",
  });
  expect(chooseColumns(["u", "itemId", "rating"], "a.csv", { userId: "u" })).toEqual({
    userId: "u",
    itemId: "itemId",
    rating: "rating",
    timestamp: undefined,
  });
});

test("a missing column is an error that lists those of the file", () => {
  const names = ["user", "film", "stars"];
  expect(() => chooseColumns(names, "a.csv")).toThrow(
    'a.csv has no column "userId"; it has user, film, stars; name yours as in { columns: { userId: "user" } }',
  );
  expect(() => chooseColumns(["userId", "film"], "a.csv")).toThrow('no column "itemId" or "movieId"');
  const given = { userId: "user", itemId: "film", rating: "stars", timestamp: "when" };
  expect(() => chooseColumns(names, "a.csv", given)).toThrow(
    'no column "when"; it has user, film, stars; name the one with times, or none',
  );
});
