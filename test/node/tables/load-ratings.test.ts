import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { loadRatings } from "../../../src/node/tables/load-ratings.js";

afterEach(() => vi.restoreAllMocks());

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
    "no-such.csv: there is no such file; check its name and folder",
  );
  await expect(loadRatings(tmpdir())).rejects.toThrow("this is a folder");
});

test("rows that are left out are said aloud, in one sentence", async () => {
  const warnings = vi.spyOn(process, "emitWarning").mockReturnValue();
  const whole = await file("whole.csv", "userId,itemId,rating\n1,2,3\n");
  await loadRatings(whole, { onBadRow: "skip" });
  expect(warnings).not.toHaveBeenCalled();
  const path = await file("my.csv", "userId,itemId,rating\n1,2,3\n1,3,x\n1,4\n1,5,y\n");
  const ratings = await loadRatings(path, { onBadRow: "skip" });
  expect(ratings.skipped?.count).toBe(3);
  expect(warnings.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^my\.csv: 3 rows were left out and 1 kept: 2 × is not a number, first my\.csv line 3, .* · 1 × has 2 fields instead of 3/,
      ),
      "SkippedRows",
    ],
  ]);
});

test.each<[string, object, string]>([
  ["a policy", { onBadRow: "maybe" }, 'onBadRow: "maybe" is none of "throw", "skip"'],
  ["a separator", { separator: " " }, 'separator: " " is none of ",", ";", "\\t", "|", "::"'],
  ["an encoding", { encoding: "utf-16" }, 'encoding: "utf-16" is none of "utf-8", "latin1"'],
  ["a header", { header: "yes" }, "header: yes is neither true nor false"],
  [
    "a scale upside down",
    { scale: { min: 5, max: 1 } },
    "scale: { min: 5, max: 1 } are not two numbers in order",
  ],
  [
    "a scale without end",
    { scale: { min: 1, max: Infinity } },
    "scale: { min: 1, max: Infinity } are not two",
  ],
  ["a scale of texts", { scale: { min: "1", max: "5" } }, "scale: { min: 1, max: 5 } are not two numbers"],
  ["a negative column", { userId: -1 }, "userId: -1 is neither a column's name nor its position from 0"],
  ["half a column", { rating: 1.5 }, "rating: 1.5 is neither"],
  ["no column", { itemId: Number.NaN }, "itemId: NaN is neither"],
  ["a column that is null", { itemId: null }, "itemId: null is neither"],
  ["one column for two", { itemId: "userId" }, 'itemId: "userId" is already the column of userId'],
  ["one column by name and position", { timestamp: 2 }, "timestamp: 2 is already the column of rating"],
])("%s that cannot be is a RangeError", async (_, options, message) => {
  const path = await file("my.csv", "userId,itemId,rating\n1,2,3\n");
  await expect(loadRatings(path, options)).rejects.toThrow(message);
  await expect(loadRatings(path, options)).rejects.toBeInstanceOf(RangeError);
});

test("a column that is not there says how to name it", async () => {
  const path = await file("my.csv", "userId,movieId,rating\n1,2,3\n");
  await expect(loadRatings(path)).rejects.toThrow(
    'its columns are "userId", "movieId", "rating"; say which is meant with itemId: ',
  );
});
