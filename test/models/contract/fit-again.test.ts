import { expect, test } from "vitest";
import { MeanRating } from "../../../src/models/baselines/mean-rating.js";
import { fitAgain } from "../../../src/models/contract/fit-again.js";
import { Ratings } from "../../../src/ratings/ratings.js";

test("fits with the same settings to the ratings and more", () => {
  const fitted = new MeanRating({ damping: 0, minRatings: 2 }).fit(
    Ratings.from([
      { userId: 1, itemId: "a", rating: 2 },
      { userId: 1, itemId: "b", rating: 5 },
    ]),
  );
  const again = fitAgain(fitted, [{ userId: 2, itemId: "a", rating: 3 }]);
  expect(again.predict(1, "a")).toBe(2.5);
  expect(again.predict(1, "b")).toBeNaN();
  expect(again.settings).toEqual(fitted.settings);
});
