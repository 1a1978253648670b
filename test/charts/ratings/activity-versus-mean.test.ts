import { expect, test } from "vitest";
import { activityVersusMean } from "../../../src/charts/ratings/activity-versus-mean.js";
import { Ratings } from "../../../src/ratings/ratings.js";
import { smallRatings } from "../small-ratings.js";

test("activityVersusMean puts each user at the number and the mean of their ratings", () => {
  const { data } = activityVersusMean(smallRatings); // a: 5, 3, 1, 4; b: 4, 3; c: 3
  expect(data[0]).toMatchObject({ x: [4, 2, 1], y: [3.25, 3.5, 3], text: ["user a", "user b", "user c"] });
});

test("activityVersusMean draws the mean of each quarter of the users, the least active first", () => {
  const rows = Array.from({ length: 8 }, (_, user) =>
    Array.from({ length: user + 1 }, (_, itemId) => ({ userId: user, itemId, rating: 1 + (user % 4) })),
  ).flat();
  const lines = activityVersusMean(Ratings.from(rows)).data.slice(1);
  expect(lines).toMatchObject([
    { x: [1, 2], y: [1.5, 1.5] },
    { x: [3, 4], y: [3.5, 3.5] },
    { x: [5, 6], y: [1.5, 1.5] },
    { x: [7, 8], y: [3.5, 3.5] },
  ]);
});

test("activityVersusMean has no line for a quarter without users", () => {
  expect(activityVersusMean(smallRatings.filter(({ userId }) => userId === "a")).data).toHaveLength(2);
});
