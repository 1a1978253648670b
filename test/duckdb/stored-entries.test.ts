import { expect, test } from "vitest";
import { Ratings } from "../../src/ratings/ratings.js";
import { describeWithDuckdb, opened } from "./with-duckdb.js";

/** Interleaved users, so that the order by user differs from that of the rows. */
const ratings = Ratings.from([
  { userId: "b", itemId: 30, rating: 4 },
  { userId: "a", itemId: 20, rating: 2 },
  { userId: "b", itemId: 10, rating: 5 },
  { userId: "a", itemId: 30, rating: 1 },
  { userId: "b", itemId: 20, rating: 3 },
]);

describeWithDuckdb("stored entries", () => {
  test("have the indices of Ratings, sorted by user and item", async () => {
    const entries = await (await opened(ratings)).entries();
    expect(entries.users.ids).toEqual(["b", "a"]);
    expect(entries.items.ids).toEqual([30, 20, 10]);
    const found: number[][] = [];
    for await (const { count, users, items, values } of entries.chunks())
      for (let k = 0; k < count; k++) found.push([users[k]!, items[k]!, values[k]!]);
    expect(found).toEqual([
      [0, 0, 4],
      [0, 1, 3],
      [0, 2, 5],
      [1, 0, 1],
      [1, 1, 2],
    ]);
    const later: number[] = [];
    for await (const { count, items } of entries.chunks(2)) later.push(...items.subarray(0, count));
    expect(later).toEqual([2]);
  });

  test("give users in the order of the rows, and only values from a least one on", async () => {
    const entries = await (await opened(ratings)).entries();
    const liked = entries.from(3);
    expect(await entries.ofUser(0)).toEqual({
      items: Int32Array.of(0, 2, 1),
      values: Float64Array.of(4, 5, 3),
    });
    expect(await liked.ofUser(1)).toEqual({ items: new Int32Array(0), values: new Float64Array(0) });
    const users: unknown[] = [];
    for await (const each of entries.byUser()) users.push(each);
    expect(users).toEqual([
      { user: 0, items: Int32Array.of(0, 2, 1), values: Float64Array.of(4, 5, 3) },
      { user: 1, items: Int32Array.of(1, 0), values: Float64Array.of(2, 1) },
    ]);
  });

  test("count common users, and sum squared differences", async () => {
    const entries = await (await opened(ratings)).entries();
    expect(await entries.common(0, Int32Array.of(1, 2))).toEqual(
      new Map([
        [1, { common: 2, squares: 2 }],
        [2, { common: 1, squares: 1 }],
      ]),
    );
    expect(await entries.common(0, new Int32Array(0))).toEqual(new Map());
  });
});
