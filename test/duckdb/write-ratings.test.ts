import { expect, test } from "vitest";
import { writeRatings } from "../../src/duckdb/write-ratings.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { simulateRatings } from "../../src/ratings/simulation/simulator.js";
import { describeWithDuckdb, opened, openedSession } from "./with-duckdb.js";

describeWithDuckdb("ratings that are written into DuckDB", () => {
  test("are the same when they are read again", async () => {
    const ratings = simulateRatings({ users: 60, items: 300, count: 5000, seed: 3 });
    expect([...(await (await opened(ratings)).toRatings())]).toEqual([...ratings]);
  });

  test("keep texts, fractions and negative numbers as ids", async () => {
    const rows = [
      { userId: "ann", itemId: 0.5, rating: 1 },
      { userId: "it's", itemId: -3, rating: 2 },
    ];
    expect([...(await (await opened(Ratings.from(rows))).toRatings())]).toEqual(rows);
  });

  test("refuse ids of both types, unless all are to be texts", async () => {
    const mixed = Ratings.from([
      { userId: 1, itemId: "a", rating: 1 },
      { userId: "x", itemId: "a", rating: 2 },
    ]);
    await expect(opened(mixed)).rejects.toThrow(
      'userId: "x" is a text and 1 a number; pass ids: "text", which makes all texts',
    );
    expect((await (await opened(mixed, { ids: "text" })).toRatings()).at(0).userId).toBe("1");
  });

  test("are in a table of their own", async () => {
    const session = await openedSession();
    const table = await writeRatings(session, Ratings.from([{ userId: 1, itemId: 2, rating: 3 }]), undefined);
    expect(await session.numbers(`SELECT * FROM ${table}`)).toEqual([1, 2, 3, Number.NaN]);
  });
});
