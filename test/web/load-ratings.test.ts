import { expect, test } from "vitest";
import { useFiles } from "../../src/web/current-files.js";
import { loadRatings } from "../../src/web/load-ratings.js";
import { memoryFiles } from "./memory-files.js";

test("reads a reader's own file beside the notebook", async () => {
  useFiles(memoryFiles({ "notebooks/books.csv": "who;isbn;stars\nann;0-306;4\nbob;0-306;3\n" }));
  const ratings = await loadRatings("books.csv", { userId: "who", itemId: "isbn", rating: "stars" });
  expect([...ratings]).toMatchObject([
    { userId: "ann", itemId: "0-306", rating: 4 },
    { userId: "bob", itemId: "0-306", rating: 3 },
  ]);
});
