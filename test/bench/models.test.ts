import { Ratings } from "reelbook";
import { expect, test } from "vitest";
import { modelOf } from "../../bench/lib/models.mjs";

const side = {
  items: ["a", "b", "c"].map((itemId) => ({ itemId, genres: itemId === "c" ? ["War"] : ["Drama"] })),
  tags: [
    { itemId: "a", tag: "space" },
    { itemId: "c", tag: "space" },
  ],
};
const ratings = Ratings.from([
  { userId: 1, itemId: "a", rating: 1 },
  { userId: 2, itemId: "b", rating: 1 },
  { userId: 2, itemId: "c", rating: 1 },
]);

test("a model of content uses tags, and none with tags: false", () => {
  const scoreOfC = (settings: object) =>
    modelOf("GenreContent", { aggregate: "sum", ...settings }, side)
      .fit(ratings)
      .predict(1, "c");
  expect(scoreOfC({})).toBeGreaterThan(0);
  expect(scoreOfC({ tags: false })).toBeNaN();
});
