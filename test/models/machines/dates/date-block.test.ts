import { expect, test } from "vitest";
import { dateBlock } from "../../../../src/models/machines/dates/date-block.js";
import { RatingDates } from "../../../../src/models/machines/dates/rating-dates.js";
import { Ratings } from "../../../../src/ratings/ratings.js";
import { tableOf } from "../../../sparse/matrices.js";

test("dateBlock has a row for each combination of values", () => {
  const start = Date.UTC(1997, 11, 4, 22) / 1000;
  const hours = [0, 1, 3, 0.5, 3];
  const rows = hours.map((each, itemId) => ({
    userId: itemId === 4 ? 2 : 1,
    itemId,
    rating: 4,
    timestamp: start + each * 3600,
  }));
  const dates = new RatingDates(Ratings.from(rows));
  const { block, rowOfRating } = dateBlock(dates);
  expect([...rowOfRating]).toEqual([0, 1, 2, 0, 3]);
  expect(tableOf(block.features)).toEqual([
    [1, 0, 1, 0, 0],
    [1, 0, 0, 1, 0],
    [0, 1, 0, 0, 1],
    [0, 1, 1, 0, 0],
  ]);
  expect(block.groups).toEqual([
    { name: "day", size: 2, labels: ["1997-12-04", "1997-12-05"] },
    {
      name: "hours since the user's first rating",
      size: 3,
      labels: ["0", "1", "3"],
    },
  ]);
});
