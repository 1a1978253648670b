import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { executeNotebook } from "../../scripts/lib/execute-notebook.mjs";
import { recordsOf } from "./records.js";

const original = new URL("../../data/ml-latest-small/", import.meta.url);

/** ml-latest-small without its first 50 people and two of its movies, and with every 4 made a 4.5. */
function changedDataSet(): string {
  const folder = mkdtempSync(join(tmpdir(), "reelbook-"));
  const lines = (file: string) => readFileSync(new URL(file, original), "utf8").split("\r\n");
  const ratings = lines("ratings.csv").filter((line) => !/^([1-9]|[1-4]\d|50),/.test(line));
  writeFileSync(
    join(folder, "ratings.csv"),
    ratings.map((line) => line.replace(",4.0,", ",4.5,")).join("\n"),
  );
  const rated = new Set(ratings.map((line) => line.split(",")[1]));
  const unrated = lines("movies.csv").filter((line) => !rated.has(line.split(",")[0]) && /^\d/.test(line));
  const movies = lines("movies.csv").filter((line) => !unrated.slice(-2).includes(line));
  writeFileSync(join(folder, "movies.csv"), movies.join("\n"));
  return folder;
}

test.each(["01-explore-ratings", "02-popularity", "03-genres"])(
  "no record of %s is typed in: with other ratings all of them move",
  async (name) => {
    const { records, error } = await executeNotebook(name, { parameters: { dataset: changedDataSet() } });
    expect(error).toBeUndefined();
    const before = recordsOf(name);
    expect(Object.keys(records)).toEqual(Object.keys(before));
    for (const [record, value] of Object.entries(records)) expect(value, record).not.toEqual(before[record]);
  },
);
