import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const original = new URL("../../data/ml-latest-small/", import.meta.url);

/**
 * ml-latest-small without its first 50 people and two of its movies, and with every 4 made a 4.5.
 */
export function changedDataSet(): string {
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
