import { describe, expect, test } from "vitest";
import { candidateMask, rankLists } from "../../../src/evaluation/experiments/rank-lists.js";
import { IdIndex } from "../../../src/ratings/id-index.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { ratingsOf } from "../made-up-ratings.js";
import { TableModel } from "../table-model.js";

/** Of the items a to e; user 1 has rated a. */
const train = ratingsOf([
  [1, "a", 5],
  [2, "b", 3],
  [2, "c", 3],
  [3, "d", 3],
  [3, "e", 3],
]);
/** The order is a, b, c, d, e; e has no score. */
const fitted = new TableModel({
  score: (_, itemId) => (itemId === "e" ? Number.NaN : -"abcd".indexOf(String(itemId))),
}).fit(train);
/** From 1 to 5 stars, 4 and more are relevant. */
const tested = ratingsOf([
  [3, "d", 3],
  [1, "c", 4],
  [1, "b", 3],
  [1, "unheard of", 5],
]);
const asked = { count: 2, auc: false };
const listed = (options: Partial<Parameters<typeof rankLists>[2]> = {}) =>
  rankLists(fitted, tested, { ...asked, ...options }).map(({ userId, itemIndices, seen, hits, ...more }) => ({
    userId,
    items: Array.from(itemIndices, (item) => fitted.items.idOf(item)).join(""),
    seen: Array.from(seen, (item) => fitted.items.idOf(item)).join(""),
    hits: Array.from(hits).join(""),
    ...more,
  }));

describe("rankLists", () => {
  test("lists what a user has not rated, best first, and marks what is relevant", () => {
    expect(listed()).toEqual([
      {
        ...{ userId: 1, items: "bc", seen: "a", hits: "01" },
        ...{ relevantCount: 2, relevantIds: ["c", "unheard of"], auc: Number.NaN },
      },
    ]);
  });

  test("lists rated items too on request, and never items without a score", () => {
    expect(listed({ excludeSeen: false, count: 9 })).toMatchObject([{ items: "abcd", hits: "0010" }]);
  });

  test("what is relevant can be chosen; a user without relevant items has no list", () => {
    expect(listed({ relevant: (rating) => rating === 3, count: 4 })).toMatchObject([
      { userId: 3, items: "abc", hits: "000", relevantCount: 1 },
      { userId: 1, items: "bcd", hits: "100", relevantCount: 1 },
    ]);
    expect(listed({ relevant: () => false })).toEqual([]);
  });

  test("where all ratings of a scale are alike, all are relevant", () => {
    const alike = Ratings.from([{ userId: 1, itemId: "a", rating: 1 }]);
    const flat = new TableModel({ score: () => 1 }).fit(alike);
    expect(rankLists(flat, ratingsOf([[1, "b", 1]]), asked)).toMatchObject([{ relevantCount: 1 }]);
  });

  test("only candidates are listed, for all users or for each", () => {
    expect(listed({ candidates: ["d", "c", "unheard of"] })).toMatchObject([{ items: "cd", hits: "10" }]);
    const candidates = (userId: unknown) => (userId === 1 ? ["b"] : ["c"]);
    expect(listed({ candidates })).toMatchObject([{ items: "b", hits: "0", relevantCount: 2 }]);
  });

  test("auc counts relevant items that are not scored as below all others", () => {
    // Of b, c and d, c is relevant: above d, below b. The unknown item is below both.
    expect(listed({ auc: true })).toMatchObject([{ auc: 1 / 4 }]);
  });

  test("reports progress of users, and a signal stops it", () => {
    const done: number[] = [];
    listed({ onProgress: (progress) => done.push(progress.done / progress.total) });
    expect(done).toEqual([0, 1 / 2, 1]);
    expect(() => listed({ signal: AbortSignal.abort() })).toThrow("abort");
  });
});

test("candidateMask marks known candidates by index", () => {
  expect([...candidateMask(IdIndex.from(["a", "b", "c"]), ["c", "x", "a", "c"])]).toEqual([1, 0, 1]);
});
