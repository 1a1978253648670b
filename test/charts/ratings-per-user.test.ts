import { expect, test } from "vitest";
import { ratingsPerUser } from "../../src/charts/ratings-per-user.js";
import { smallRatings } from "./small-ratings.js";

test("ratingsPerUser counts users in bins that double", () => {
  const { data, layout } = ratingsPerUser(smallRatings); // 4, 2 and 1 ratings
  expect(data[0]).toMatchObject({ x: ["1", "2–3", "4–7"], y: [1, 1, 1] });
  expect(layout.title?.text).toContain("3 users: at least 1, at most 4, median 2");
});
