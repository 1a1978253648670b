import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDataset } from "../../src/node/load-dataset.js";
import { loadOwnRatings } from "../../src/node/load-own-ratings.js";

test("an export of IMDb finds the movies of ml-latest-small by their links", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), "imdb.csv");
  await writeFile(
    path,
    "Const,Your Rating,Title,Year\ntt0114709,9,Any name,1900\ntt0000001,9,No such title at all,1900\n",
  );
  const { movies, ratings, links } = await loadDataset("ml-latest-small");
  const mine = await loadOwnRatings(path, { movies, ratings, links: await links() });
  expect(mine.ratings).toEqual([{ itemId: movies.find("Toy Story (1995)"), rating: 4.5 }]);
  expect(mine.unmatched).toEqual([
    { line: 3, title: "No such title at all (1900)", reason: "no movie has this title" },
  ]);
});

test("a file that is not there is named", async () => {
  const { movies } = await loadDataset("ml-latest-small");
  await expect(loadOwnRatings("no-such.csv", { movies })).rejects.toThrow(
    "no-such.csv: there is no such file; check its name and folder",
  );
});
