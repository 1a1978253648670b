import { expect, test } from "vitest";
import { ratingsFromSource } from "../../../src/datasets/ratings/ratings-from-source.js";
import { textSource } from "../../../src/datasets/records/text-source.js";
import { ratingsFromRows } from "../../../src/datasets/rows/ratings-from-rows.js";
import { rowsInMemory } from "./read-rows.js";

const rows = [
  { userId: 1, itemId: 20, rating: 4.5, timestamp: 100 },
  { userId: 2, itemId: 20, rating: 3, timestamp: 200 },
  { userId: 1, itemId: 30, rating: 1, timestamp: 50 },
];
const options = { timestamp: "timestamp", scale: { min: 1, max: 5 } };

test("gives the ratings of the same rows in a CSV", async () => {
  const text = ["userId,itemId,rating,timestamp", ...rows.map((row) => Object.values(row).join())].join("\n");
  const wanted = await ratingsFromSource(textSource("a.csv", text), options);
  const ratings = await ratingsFromRows(rowsInMemory(rows), options);
  expect([...ratings]).toEqual([...wanted]);
  expect(ratings.scale).toEqual({ min: 1, max: 5 });
  expect(() => ratings.concat([{ userId: 9, itemId: 9, rating: 6 }])).toThrow("outside the scale");
});

test("bad ratings and repeated pairs are bad rows with their line, or are left out", async () => {
  const load = (bad: object, onBadRow: "throw" | "skip") =>
    ratingsFromRows(rowsInMemory([...rows, { ...rows[0], ...bad }]), { ...options, onBadRow });
  const cases: [object, string][] = [
    [
      { rating: 6 },
      'line 4, column "rating": "6" is outside the scale 1 to 5; correct the row, pass another scale',
    ],
    [{ rating: "five" }, '"five" is not a finite number'],
    [{ rating: undefined }, "the row has no value"],
    [
      {},
      'line 4, column "userId, itemId": "1, 20" is a pair of user and item that already has a rating; its other rating is on line 1',
    ],
  ];
  for (const [bad, message] of cases) {
    await expect(load(bad, "throw")).rejects.toThrow(message);
    const kept = await load(bad, "skip");
    expect([kept.count, kept.skipped?.count]).toEqual([3, 1]);
  }
});
