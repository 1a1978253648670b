import { expect, test } from "vitest";
import { Movies } from "../../src/datasets/movies/movies.js";
import { useFiles } from "../../src/web/current-files.js";
import { loadOwnRatings } from "../../src/web/load-own-ratings.js";
import { memoryFiles } from "./memory-files.js";

const movies = Movies.from([{ itemId: 5, title: "Matrix, The (1999)", genres: [] }]);

test("reads an export that the reader dropped beside the notebook", async () => {
  const text = "Date,Name,Year,Letterboxd URI,Rating\n2024-05-01,The Matrix,1999,https://boxd.it/1,4.5\n";
  useFiles(memoryFiles({ "notebooks/ratings.csv": text }));
  const mine = await loadOwnRatings("ratings.csv", { movies });
  expect(mine.ratings).toEqual([{ itemId: 5, rating: 4.5 }]);
  await expect(loadOwnRatings("other.csv", { movies })).rejects.toThrow(/drop the file into that folder/);
});
