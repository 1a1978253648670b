import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { root } from "../../scripts/lib/places.mjs";
import { loadDataset as loadInNode } from "../../src/node/load-dataset.js";
import { useFiles } from "../../src/web/current-files.js";
import { loadDataset } from "../../src/web/load-dataset.js";
import { memoryFiles } from "./memory-files.js";

const folder = join(root, "data/ml-latest-small");

test("gives what Node gives from the same files", async () => {
  const files = readdirSync(folder).map(
    (file) => [`data/ml-latest-small/${file}`, readFileSync(join(folder, file))] as const,
  );
  useFiles(memoryFiles(Object.fromEntries(files)));
  const [here, inNode] = [await loadDataset("ml-latest-small"), await loadInNode(folder)];
  expect(here.name).toBe("ml-latest-small");
  expect([...here.ratings]).toEqual([...inNode.ratings]);
  expect(here.movies).toEqual(inNode.movies);
  expect(await here.tags()).toEqual(await inNode.tags());
  expect(await here.links()).toEqual(await inNode.links());
});

test("warns of rows that are left out", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  useFiles(
    memoryFiles({
      "data/tiny/movies.csv": "movieId,title,genres\n1,Heat (1995),Crime\n",
      "data/tiny/ratings.csv": "userId,movieId,rating,timestamp\n1,1,4.0,5\n1,1,five,5\n",
    }),
  );
  await expect(loadDataset("tiny")).rejects.toThrow('ratings.csv line 3, column "rating": "five"');
  expect((await loadDataset("tiny", { onBadRow: "skip" })).ratings.count).toBe(1);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^SkippedRows: ratings\.csv: 1 row was left out/));
});
