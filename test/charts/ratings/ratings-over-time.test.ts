import { expect, test } from "vitest";
import { ratingsOverTime } from "../../../src/charts/ratings/ratings-over-time.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../small-ratings.js";

const year = 365.25 * 86_400;

function ratedAt(...timestamps: number[]): Ratings {
  return Ratings.from(
    timestamps.map((timestamp, user) => ({ userId: user, itemId: 1, rating: 3, timestamp })),
  );
}

test("ratingsOverTime counts by month where the ratings span few years", () => {
  const { data, layout } = ratingsOverTime(smallRatings);
  expect(data[0]).toMatchObject({ x: ["1970-01", "1970-02", "1970-03"], y: [2, 2, 3] });
  expect(layout.title?.text).toContain("7 ratings, 1970-01-01 to 1970-03-02 (UTC)");
});

test("ratingsOverTime counts by year where they span many, with those that have none", () => {
  const { data } = ratingsOverTime(ratedAt(0, 1, 9.5 * year));
  expect(data[0]).toMatchObject({
    x: [1970, 1971, 1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979],
    y: [2, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  });
});

test("ratingsOverTime reads times before 1970", () => {
  expect(ratingsOverTime(ratedAt(-1, 1)).data[0]).toMatchObject({ x: ["1969-12", "1970-01"], y: [1, 1] });
});

test("ratingsOverTime says how many ratings have no time", () => {
  const { layout } = ratingsOverTime(ratedAt(0, Number.NaN));
  expect(layout.title?.text).toContain(
    "1 rating, 1970-01-01 to 1970-01-01 (UTC); 1 rating without a time left out",
  );
});

test("ratingsOverTime rejects ratings without times, and times that span centuries", () => {
  const timeless = Ratings.from([{ userId: 1, itemId: 1, rating: 3 }]);
  expect(() => ratingsOverTime(timeless)).toThrow("no rating has a timestamp, so there is no time to show");
  expect(() => ratingsOverTime(ratedAt(0, 1e10))).toThrow("give seconds since 1970, not milliseconds");
});
