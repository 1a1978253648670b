import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notebook } from "./notebook.js";

const { recorded, run, errorOf } = notebook("12-your-own");
const records = recorded();

interface Staying {
  readonly model: string;
  readonly "movies that stay": number;
}
const stayOf = (rows: Staying[]) => rows.map((row) => row["movies that stay"]);

test("the made-up person's list is matched but for a title of two movies and one that is too new", () => {
  expect(records.matched).toBe(14);
  expect(records["not matched"].map(({ title }: { title: string }) => title)).toEqual([
    "Sabrina",
    "Barbie (2023)",
  ]);
});

test("each model has a list of ten, and the mean has no reason of the person's", () => {
  for (const titles of Object.values<string[]>(records.lists)) expect(new Set(titles).size).toBe(10);
  const becauseOf = records.reasons.map((row: Record<string, string>) => row["because of"]);
  expect(becauseOf[0]).toBe("nothing of mine");
  for (const because of becauseOf.slice(1)) expect(because).toMatch(/ · /);
});

test("turned upside down, only the similar movies change, until the others are told what was liked", () => {
  const [mean, similar, ease, factors] = stayOf(records["upside down"]);
  expect([mean, ease, factors]).toEqual([10, 10, 10]);
  expect(similar).toBeLessThan(3);
  const repaired = stayOf(records["upside down, liked only"]);
  expect(repaired[0]).toBe(10);
  for (const stays of repaired.slice(1)) expect(stays).toBeLessThan(5);
});

test("the counterfactual takes ratings away until another movie is first", () => {
  const { first, removed, instead } = records.counterfactual;
  expect(removed.length).toBeGreaterThan(0);
  expect(instead).not.toBe(first);
});

test("an export of IMDb is matched by its numbers, and gives other lists", { tags: "long" }, async () => {
  const path = join(mkdtempSync(join(tmpdir(), "reelbook-")), "imdb.csv");
  const rated = [
    ["tt0113497", 9, "Jumanji"],
    ["tt0114709", 10, "Toy Story"],
    ["tt0110357", 10, "The Lion King"],
    ["tt0101414", 8, "Beauty and the Beast"],
    ["tt0113277", 3, "Heat"],
    ["tt9999999", 8, "No such title at all"],
  ];
  const lines = rated.map(([id, points, title]) => `${id},${points},2024-01-01,${title},Movie,1900`);
  writeFileSync(path, ["Const,Your Rating,Date Rated,Title,Title Type,Year", ...lines].join("\n"));
  const other = await run({ file: path });
  expect(other.matched).toBe(5);
  expect(other["not matched"]).toHaveLength(1);
  expect(other.lists.EASE).not.toEqual(records.lists.EASE);
});

test("a file that is not there is an error that names it", async () => {
  expect(await errorOf({ file: "no-such.csv" })).toMatch(/no-such\.csv: there is no such file/);
});
