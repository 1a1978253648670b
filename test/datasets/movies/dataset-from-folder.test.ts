import { expect, test, vi } from "vitest";
import { datasetFromFolder } from "../../../src/datasets/movies/dataset-from-folder.js";
import { textSource } from "../../../src/datasets/records/text-source.js";

const texts: Record<string, string> = {
  "ratings.csv": "userId,movieId,rating,timestamp\n1,1,4.0,5\n1,9,4.0,5\n",
  "movies.csv": "movieId,title,genres\n1,Heat (1995),Crime\n",
  "tags.csv": "userId,movieId,tag,timestamp\n1,1,tense,5\n1,9,lost,5\n",
};

test("reads a data set from any place, and warns of rows left out of each file", async () => {
  const warn = vi.fn();
  const open = vi.fn(async (file: string) => textSource(file, texts[file]!));
  const place = { path: "data/tiny", name: "tiny", files: Object.keys(texts), open, warn };
  await expect(datasetFromFolder(place)).rejects.toThrow("ratings.csv line 3");

  const { name, ratings, movies, tags } = await datasetFromFolder(place, { onBadRow: "skip" });
  expect([name, ratings.count, movies.ids]).toEqual(["tiny", 1, [1]]);
  expect(warn).toHaveBeenLastCalledWith("ratings.csv", ratings);
  expect(open).not.toHaveBeenCalledWith("tags.csv");
  expect(await tags()).toHaveLength(1);
  expect(warn).toHaveBeenLastCalledWith("tags.csv", expect.objectContaining({ count: 1 }));
});

test("has no tags where the folder has none", async () => {
  const open = async (file: string) => textSource(file, texts[file]!);
  const files = ["movies.csv", "ratings.csv"];
  const place = { path: "data/tiny", name: "tiny", files, open, warn: () => {} };
  const { tags } = await datasetFromFolder(place, { onBadRow: "skip" });
  expect(await tags()).toEqual([]);
});
