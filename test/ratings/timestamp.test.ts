import { expect, test } from "vitest";
import { Interactions } from "../../src/ratings/interactions.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { isTimestamp, timestampColumn } from "../../src/ratings/timestamp.js";

test("seconds are those of the years 0 to 9999", () => {
  expect(isTimestamp(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000)).toBe(true);
  expect(isTimestamp(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000 + 1)).toBe(false);
  expect(isTimestamp(Date.parse("0000-01-01T00:00:00Z") / 1000)).toBe(true);
  expect(isTimestamp(Date.parse("0000-01-01T00:00:00Z") / 1000 - 1)).toBe(false);
  expect(isTimestamp(Number.NaN)).toBe(false);
});

test("numbers are seconds, Dates become seconds, NaN is unknown", () => {
  expect([...timestampColumn([5, new Date(2500), Number.NaN])]).toEqual([5, 2.5, Number.NaN]);
  expect(() => timestampColumn([1, Date.UTC(2000, 1)])).toThrow(
    "row 1: timestamp 949363200000 is neither a Date",
  );
  expect(() => timestampColumn([new Date(Number.NaN)])).toThrow("row 0: timestamp Invalid Date is neither");
  expect(timestampColumn([undefined])).toEqual(Float64Array.of(Number.NaN));
});

const cure = "divide milliseconds by 1000, or take new Date(text)";
test.each([
  [Date.UTC(2024, 0, 5), `row 0: timestamp 1704412800000 is neither a Date nor seconds since 1970; ${cure}`],
  ["2024-01-05", `row 0: timestamp 2024-01-05 is neither a Date nor seconds since 1970; ${cure}`],
  ["1704412800", `row 0: timestamp 1704412800 is neither a Date nor seconds since 1970; ${cure}`],
  [new Date(Number.NaN), `row 0: timestamp Invalid Date is neither a Date nor seconds since 1970; ${cure}`],
  [{}, `row 0: timestamp [object Object] is neither a Date nor seconds since 1970; ${cure}`],
])("the timestamp %j has the remedy for it", (timestamp, message) => {
  expect(() => timestampColumn([timestamp as number])).toThrow(message);
  const row = { userId: 1, itemId: 2, timestamp: timestamp as number };
  expect(() => Ratings.from([{ ...row, rating: 3 }])).toThrow(message);
  expect(() => Interactions.from([row])).toThrow(message);
});
