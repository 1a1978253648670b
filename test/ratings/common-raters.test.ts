import { expect, test } from "vitest";
import { commonRaters } from "../../src/ratings/common-raters.js";
import { smallRatings } from "./small-ratings.js";

test("commonRaters counts the users who rated both items", () => {
  const [x, y, z] = ["x", "y", "z"].map((itemId) => smallRatings.items.indexOf(itemId));
  expect(commonRaters(smallRatings, x!, y!)).toBe(2);
  expect(commonRaters(smallRatings, x!, z!)).toBe(0);
  expect(commonRaters(smallRatings, z!, z!)).toBe(1);
});
