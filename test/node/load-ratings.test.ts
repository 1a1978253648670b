import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadRatings } from "../../src/node/load-ratings.js";

async function file(name: string, text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "reelbook-")), name);
  await writeFile(path, text);
  return path;
}

test("anyone's own CSV is read by the names of its columns", async () => {
  const path = await file(
    "my.csv",
    "user,isbn,stars,when\nann,034545104X,8,2004-01-02\nbob,0155061224,5,2004-01-03\n",
  );
  const ratings = await loadRatings(path, {
    userId: "user",
    itemId: "isbn",
    rating: "stars",
    timestamp: "when",
  });
  expect([...ratings]).toEqual([
    { userId: "ann", itemId: "034545104X", rating: 8, timestamp: 1073001600 },
    { userId: "bob", itemId: "0155061224", rating: 5, timestamp: 1073088000 },
  ]);
  expect(ratings.scale).toEqual({ min: 5, max: 8 });
});

test("the separator is guessed, positions mean that there is no header", async () => {
  const tabs = await file("my.tsv", "1\t2\t3.5\n1\t3\t4\n");
  expect((await loadRatings(tabs, { userId: 0, itemId: 1, rating: 2 })).get(1, 2)).toBe(3.5);
  const semicolons = await file("my.csv", '"User-ID";"ISBN";"Book-Rating"\n"276725";"034545104X";"0"\n');
  const books = await loadRatings(semicolons, { userId: "User-ID", itemId: "ISBN", rating: "Book-Rating" });
  expect([...books]).toEqual([{ userId: 276725, itemId: "034545104X", rating: 0 }]);
});

test("a file that is not there and a folder are named", async () => {
  await expect(loadRatings("no-such.csv")).rejects.toThrow(
    "no-such.csv: there is no such file; look at its name and folder",
  );
  await expect(loadRatings(tmpdir())).rejects.toThrow("this is a folder");
});

test("a column that is not there says how to name it", async () => {
  const path = await file("my.csv", "userId,movieId,rating\n1,2,3\n");
  await expect(loadRatings(path)).rejects.toThrow(
    'its columns are "userId", "movieId", "rating"; say which is meant with itemId: ',
  );
});
