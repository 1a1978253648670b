import { expect, test } from "vitest";
import { RatingDates } from "../../../../src/models/machines/dates/rating-dates.js";
import { Ratings } from "../../../../src/ratings/ratings.js";

const HOUR = 3600;
const start = Date.UTC(1997, 11, 4, 22) / 1000;
/** User 1 rates at hours 0, 1.5 and 5; user 2 at hour 3, which is on the next day. */
const ratings = Ratings.from(
  [
    { userId: 1, itemId: "a", hours: 1.5 },
    { userId: 2, itemId: "a", hours: 3 },
    { userId: 1, itemId: "b", hours: 0 },
    { userId: 1, itemId: "c", hours: 5 },
  ].map(({ hours, ...pair }) => ({ ...pair, rating: 3, timestamp: start + hours * HOUR })),
);
const dates = new RatingDates(ratings);
const today = Math.floor(start / (24 * HOUR));

test("a rating has its day, and the whole hours since the user's first rating", () => {
  expect(dates.values.map((values) => [...values])).toEqual([
    [today, today + 1],
    [0, 1, 5],
  ]);
  expect(dates.places).toEqual([
    [0, 1],
    [1, 0],
    [0, 0],
    [1, 2],
  ]);
});

test.each([
  ["before the first rating, which is hour 0", start - 50 * HOUR, [-1, 0]],
  ["after 2 hours, which no rating has", start + 2 * HOUR, [1, -1]],
  ["after almost 2 hours", start + 2 * HOUR - 1, [0, 1]],
  ["on another day", start + 900 * HOUR, [-1, -1]],
  ["at an unknown time, as at the last rating", Number.NaN, [1, 2]],
])("the date of a user %s", (_, timestamp, place) => {
  expect(dates.ofUser(0, timestamp)).toEqual(place);
});

test("an unknown user has a day if the time is known, and no hours", () => {
  expect(dates.ofUser(-1, start)).toEqual([0, -1]);
  expect(dates.ofUser(-1, Number.NaN)).toEqual([-1, -1]);
});

test("a new user's hours count from the first known timestamp", () => {
  const given = Float64Array.of(start + 2.5 * HOUR, Number.NaN, start + HOUR);
  expect(dates.ofNewUser(given, 4)).toEqual({
    places: [
      [1, 1],
      [-1, -1],
      [0, 0],
      [-1, -1],
    ],
    last: [1, 1],
  });
  const unknown = [-1, -1];
  expect(dates.ofNewUser(new Float64Array(0), 1)).toEqual({ places: [unknown], last: unknown });
});

test("ratings without timestamps are refused", () => {
  const undated = Ratings.from([{ userId: 1, itemId: 1, rating: 3 }]);
  expect(() => new RatingDates(undated)).toThrow(
    new RangeError("these ratings have no timestamps; leave out dates: true"),
  );
  const one = Ratings.from([
    { userId: 1, itemId: 1, rating: 3, timestamp: 5 },
    { userId: 1, itemId: 2, rating: 3 },
  ]);
  expect(() => new RatingDates(one)).toThrow(
    "row 1 has no timestamp; leave it out, or leave out dates: true",
  );
});
