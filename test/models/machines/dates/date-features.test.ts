import { expect, test } from "vitest";
import { dateFeatures } from "../../../../src/models/machines/dates/date-features.js";

const [day, hours] = dateFeatures as readonly [(typeof dateFeatures)[0], (typeof dateFeatures)[0]];
const time = Date.UTC(1997, 11, 4, 22, 30) / 1000;

test("the day is that of UTC, and its text the date", () => {
  expect(day.textOf(day.valueAt(time, 0))).toBe("1997-12-04");
  expect(day.valueAt(time + 5400, 0)).toBe(day.valueAt(time, 0) + 1);
  expect(day.valueAt(Number.NaN, 0)).toBeNaN();
});

test("the hours are whole, 0 before the user's first rating, and NaN where one time is unknown", () => {
  expect(hours.valueAt(time + 7199, time)).toBe(1);
  expect(hours.valueAt(time - 7199, time)).toBe(0);
  expect(hours.valueAt(time, Number.NaN)).toBeNaN();
  expect(hours.textOf(12)).toBe("12");
});
