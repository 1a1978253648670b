import { expect, test } from "vitest";
import type { Trace } from "../../../src/charts/parts/plotly-types.js";
import { ratingMatrix } from "../../../src/charts/ratings/rating-matrix.js";
import { smallRatings } from "../small-ratings.js";

/** A row of a picture as its zeros and ones. */
function rowsOf(picture: Trace): string[] {
  return (picture as { z: number[][] }).z.map((row) => row.join(""));
}

test("ratingMatrix shows the densest corner and the whole, most active users and most rated movies first", () => {
  const { data, layout } = ratingMatrix(smallRatings, { users: 2, items: 2 });
  expect(rowsOf(data[0]!)).toEqual(["11", "11"]); // users a and b, movies 1 and 2
  expect(rowsOf(data[1]!)).toEqual(["11", "00"]); // users a and c … of three, movies 2 and 4 of four
  expect(layout.title?.text).toContain("41.7 % of the matrix is empty"); // 5 of 12
});

test("ratingMatrix shows the whole of a smaller matrix", () => {
  const { data } = ratingMatrix(smallRatings);
  expect(rowsOf(data[0]!)).toEqual(["1111", "1100", "1000"]);
});

test.each([
  [{ users: 0 }, "users: 0 is not a whole number of at least 1"],
  [{ items: 2.5 }, "items: 2.5 is not a whole number of at least 1"],
])("ratingMatrix rejects %j", (options, message) => {
  expect(() => ratingMatrix(smallRatings, options)).toThrow(message);
});
