import { expect, test } from "vitest";
import { knownTimestamps } from "../../src/ratings/known-timestamps.js";
import { Ratings } from "../../src/ratings/ratings.js";

const rows = { userIds: [1, 1, 2], itemIds: [1, 2, 1], values: [3, 4, 5] };

test("knownTimestamps gives the timestamp of each row", () => {
  const ratings = Ratings.fromColumns({ ...rows, timestamps: [7, 0, 3] });
  expect([...knownTimestamps(ratings, "pass none")]).toEqual([7, 0, 3]);
});

test("ratings without timestamps, and a row without one, are errors that say what to do", () => {
  expect(() => knownTimestamps(Ratings.fromColumns(rows), "use another split")).toThrow(
    new RangeError("these ratings have no timestamps; use another split"),
  );
  const oneMissing = Ratings.fromColumns({ ...rows, timestamps: [7, Number.NaN, 3] });
  expect(() => knownTimestamps(oneMissing, "use another split")).toThrow(
    new RangeError("row 1 has no timestamp; leave it out, or use another split"),
  );
});
