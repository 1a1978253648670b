import { expect, test } from "vitest";
import type { Feedback } from "../../src/ratings/feedback.js";
import { IdIndex } from "../../src/ratings/id-index.js";
import { Interactions } from "../../src/ratings/interactions.js";
import { Ratings } from "../../src/ratings/ratings.js";

const items = IdIndex.from(["a", "b"]);
const both: Feedback[] = [
  Ratings.from([{ userId: 1, itemId: "a", rating: 3 }]),
  Interactions.from([{ userId: 1, itemId: "a", weight: 3 }]),
];

test.each(both)(
  "a new user's entries of $kind are read by index, unknown items refused or listed",
  (feedback) => {
    const entry = (itemId: string) =>
      feedback.kind === "ratings" ? { itemId, rating: 4 } : { itemId, weight: 4 };
    expect(feedback.historyOf([entry("b"), entry("a")], items)).toEqual({
      itemIndices: Int32Array.of(1, 0),
      values: Float64Array.of(4, 4),
      timestamps: Float64Array.of(Number.NaN, Number.NaN),
      skipped: [],
    });
    expect(feedback.historyOf([entry("z"), entry("a")], items, "skip").skipped).toEqual(["z"]);
    expect(() => feedback.historyOf([entry("z")], items)).toThrow('item "z" is not among the 2 items');
    expect(() => feedback.historyOf([null as never], items)).toThrow(
      "item undefined is not among the 2 items",
    );
  },
);

test.each(both)("a new user's timestamps of $kind are seconds or Dates", (feedback) => {
  const entry = { itemId: "a", ...(feedback.kind === "ratings" && { rating: 4 }) };
  const { timestamps } = feedback.historyOf([{ ...entry, timestamp: new Date(2500) }], items);
  expect(timestamps).toEqual(Float64Array.of(2.5));
  expect(() => feedback.historyOf([{ ...entry, timestamp: 1_700_000_000_000 }], items)).toThrow(
    "row 0: timestamp 1700000000000 is neither a Date nor seconds since 1970; divide milliseconds by 1000",
  );
});

test("an item twice is an error in ratings, and summed in interactions", () => {
  const [ratings, interactions] = both as [Feedback, Feedback];
  const twice = [{ itemId: "a" }, { itemId: "a", weight: 2 }];
  expect(interactions.historyOf(twice, items).values).toEqual(Float64Array.of(3));
  const again = [
    { itemId: "a", rating: 1 },
    { itemId: "a", rating: 2 },
  ];
  expect(() => ratings.historyOf(again, items)).toThrow("item a is rated twice");
});

test.each(both)("$kind without rows have no scale and no mean", (feedback) => {
  const none = feedback.filter(() => false);
  expect(none.count).toBe(0);
  expect(none.mean).toBeNaN();
  expect(none.get(1, "a")).toBeNaN();
  expect(none.ofUser(1)).toEqual([]);
});
