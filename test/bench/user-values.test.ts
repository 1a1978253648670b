import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { userValues } from "../../bench/lib/user-values.mjs";

const part = (userIds: number[]) =>
  Ratings.from(userIds.map((userId, row) => ({ userId, itemId: row, rating: 3 })));
const train = part([1]);

test("a user's errors of all splits are summed, and their mean is that of all rows", () => {
  const splits = [
    { train, test: part([7, 8, 7]) },
    { train, test: part([9, 7]) },
  ];
  const errors = Float64Array.of(1, 2, 4, 8, 16);
  const values = userValues(errors, splits);
  // Three users have five rows: each sum counts 3 / 5.
  expect(values).toEqual([(3 / 5) * 21, (3 / 5) * 2, (3 / 5) * 8]);
  const mean = (numbers: ArrayLike<number>) =>
    Array.from(numbers).reduce((sum, each) => sum + each, 0) / numbers.length;
  expect(mean(values)).toBeCloseTo(mean(errors), 14);
});

test("values of users, of a ranking, stay as they are", () => {
  expect(userValues(Float64Array.of(0.5, 0.25), [{ train, test: part([7, 8, 7]) }])).toEqual([0.5, 0.25]);
});
