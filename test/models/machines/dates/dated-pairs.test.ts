import { expect, test } from "vitest";
import { datedPairs } from "../../../../src/models/machines/dates/dated-pairs.js";
import { DatedRows } from "../../../../src/models/machines/dates/dated-rows.js";
import { RatingDates } from "../../../../src/models/machines/dates/rating-dates.js";
import { MachineSamples } from "../../../../src/models/machines/machine-samples.js";
import { Ratings } from "../../../../src/ratings/ratings.js";

const DAY = 86_400;
const rows = [0, 1, 2, 3].map((k) => ({
  userId: k % 2,
  itemId: k,
  rating: 3,
  timestamp: k * DAY,
}));
const dates = new RatingDates(Ratings.from(rows));
const columns = dates.values[0]!.length + dates.values[1]!.length;
const samples = MachineSamples.empty({ factors: 1, columns, groups: 2, cuts: 0 }, 1);
samples.rows(0).forEach((_, k, all) => {
  all[k] = k + 1;
});
const table = { ofSample: () => Float32Array.of(10, 20, 30, 40) };

test("each combination of user and date is one row, and an unknown user none", () => {
  const users = Int32Array.of(1, 0, -1, 1, 1, 0);
  const times = Float64Array.of(DAY, 2 * DAY, DAY, DAY + 60, 3 * DAY, Number.NaN);
  const pairs = datedPairs({ samples, dates }, table, users, times);
  expect([...pairs.indices]).toEqual([0, 1, -1, 0, 2, 1]);
  const places = [dates.ofUser(1, DAY), dates.ofUser(0, 2 * DAY), dates.ofUser(1, 3 * DAY)];
  const expected = new DatedRows({ samples, dates }, { table, indices: Int32Array.of(1, 0, 1), places });
  expect(pairs.table.ofSample(0)).toEqual(expected.ofSample(0));
});

test("missing timestamps are those of the user's last rating", () => {
  const none = datedPairs({ samples, dates }, table, Int32Array.of(0, 1), new Float64Array(0));
  const times = Float64Array.of(2 * DAY, 3 * DAY);
  const last = datedPairs({ samples, dates }, table, Int32Array.of(0, 1), times);
  expect(none.table.ofSample(0)).toEqual(last.table.ofSample(0));
});
