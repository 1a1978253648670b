import {
  type LoadRatingsOptions as OptionsAnywhere,
  ratingsFromSource,
} from "../../datasets/ratings/ratings-from-source.js";
import { ratingsFromRows } from "../../datasets/rows/ratings-from-rows.js";
import type { Ratings } from "../../ratings/ratings.js";
import { fileSource } from "../file-source.js";
import { warnOfSkippedRows } from "../warn-of-skipped-rows.js";
import { type FileRowsOptions, fileFormat, fileRows } from "./file-rows.js";

/** Options of `loadRatings` in Node. */
export interface LoadRatingsOptions extends OptionsAnywhere, Pick<FileRowsOptions, "format"> {}

/**
 * Loads ratings from any CSV or TSV, from JSON lines or from Parquet. Columns are given by their
 * name in the header, or by their position from 0. Throws a `DataError` with file, line, column,
 * value and what to do.
 *
 * @example
 * await loadRatings("books.csv", { userId: "user", itemId: "isbn", rating: "stars" });
 * await loadRatings("plain.tsv", { userId: 0, itemId: 1, rating: 2 });
 */
export async function loadRatings(path: string, options: LoadRatingsOptions = {}): Promise<Ratings> {
  const isText = fileFormat(path, options) === "csv";
  const source = isText ? await fileSource(path) : await fileRows(path, options);
  const ratings =
    "read" in source ? await ratingsFromRows(source, options) : await ratingsFromSource(source, options);
  warnOfSkippedRows(source.name, ratings);
  return ratings;
}
