import { expect, test } from "vitest";
import { Interactions } from "../../src/ratings/interactions.js";
import { Ratings } from "../../src/ratings/ratings.js";
import { ratingsExtension } from "../../src/ratings/ratings-extensions.js";

test("a method whose module is not in the bundle says what to import", () => {
  expect(() => ratingsExtension("mergeRows" as "mergeItems")).toThrow(
    'import { mergeRows } from "reelbook" too',
  );
  const ratings = Ratings.from([{ userId: 1, itemId: 2, rating: 3 }]);
  expect(ratings.toInteractions()).toBeInstanceOf(Interactions);
});
