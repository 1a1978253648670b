import { expect, test } from "vitest";
import { ratingsPerUser } from "../../../src/charts/ratings/ratings-per-user.js";
import { smallRatings } from "../small-ratings.js";

test("ratingsPerUser counts users in bins that double", () => {
  const fourUsers = smallRatings.concat([{ userId: "d", itemId: 1, rating: 3, timestamp: 0 }]);
  const { data, layout } = ratingsPerUser(fourUsers); // 4, 2, 1 and 1 ratings
  expect(data[0]).toMatchObject({ x: ["1", "2 to<br>3", "4"], y: [2, 1, 1] });
  expect(layout.title?.text).toContain("4 users: at least 1, at most 4, median 1.5");
});
