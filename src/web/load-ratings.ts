import { type LoadRatingsOptions, ratingsFromSource } from "../datasets/ratings/ratings-from-source.js";
import type { Ratings } from "../ratings/ratings.js";
import { fileSource } from "./file-source.js";
import { warnOfSkippedRows } from "./warn-of-skipped-rows.js";

/**
 * Loads ratings from any CSV or TSV among the files of the page. Columns are given by their name in
 * the header, or by their position from 0. Throws a `DataError` with file, line, column, value and
 * what to do.
 */
export async function loadRatings(path: string, options: LoadRatingsOptions = {}): Promise<Ratings> {
  const source = await fileSource(path);
  const ratings = await ratingsFromSource(source, options);
  warnOfSkippedRows(source.name, ratings);
  return ratings;
}
