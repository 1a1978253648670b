import { expect, test } from "vitest";
import { needRatings } from "../../../src/charts/parts/need-ratings.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../small-ratings.js";

test("needRatings refuses no ratings with the name of the figure, and accepts others", () => {
  expect(() => needRatings(Ratings.from([]), "myFigure")).toThrow(
    new RangeError("myFigure has no ratings to show; look at the filter or the file they come from"),
  );
  expect(() => needRatings(smallRatings, "myFigure")).not.toThrow();
});
