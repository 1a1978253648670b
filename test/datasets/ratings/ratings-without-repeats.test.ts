import { expect, test } from "vitest";
import { ratingsWithoutRepeats } from "../../../src/datasets/ratings/ratings-without-repeats.js";
import { BadRows } from "../../../src/datasets/records/bad-rows.js";
import { IdIndex } from "../../../src/ratings/id-index.js";

const columns = {
  users: IdIndex.from(["ann", "bob"]),
  items: IdIndex.from([7, 8]),
  userIndices: Int32Array.of(0, 1, 0, 0),
  itemIndices: Int32Array.of(0, 1, 0, 1),
  values: Float64Array.of(5, 4, 3, 2),
};
const places = {
  column: "user, item",
  placeOf: (row: number) => ({ source: "a.csv", line: row + 2 }),
  whereIs: (row: number) => `on line ${row + 2}`,
};

test("keeps the first of a repeated pair, and counts the others", () => {
  const badRows = new BadRows("skip");
  const ratings = ratingsWithoutRepeats(columns, { badRows, ...places });
  expect([...ratings.values]).toEqual([5, 4, 2]);
  expect(ratings.skipped?.count).toBe(1);
  expect(ratings.scale).toEqual({ min: 2, max: 5 });
});

test("says where both are", () => {
  expect(() => ratingsWithoutRepeats(columns, { badRows: new BadRows("throw"), ...places })).toThrow(
    'a.csv line 4, column "user, item": "ann, 7" is a pair of user and item that already has a rating; its other rating is on line 2: keep one, or pass onBadRow: "skip" to keep the first',
  );
});
