import { parseRatings } from "../datasets/ratings/parse-ratings.js";
import type { RatingColumnNames } from "../datasets/ratings/ratings-format.js";
import type { BadRowPolicy } from "../datasets/records/bad-rows.js";
import type { Separator } from "../datasets/records/record-format.js";
import type { Encoding, TextSource } from "../datasets/records/text-source.js";
import type { RatingScale } from "../ratings/rating.js";
import type { Ratings } from "../ratings/ratings.js";
import type { TaskOptions } from "../task/report-progress.js";
import { fileSource } from "./file-source.js";
import { warnOfSkippedRows } from "./warn-of-skipped-rows.js";

/** How {@link loadRatings} reads: which column is which, and how the file is written. */
export interface LoadRatingsOptions extends Partial<RatingColumnNames>, TaskOptions {
  /** Left out: the one of , ; tab | and :: that is most frequent in the first line. */
  readonly separator?: Separator;
  /** Whether the first line names the columns. @default true, unless columns are given by position */
  readonly header?: boolean;
  /** Left out: the lowest and highest rating that occur. */
  readonly scale?: RatingScale;
  /** @default "utf-8" */
  readonly encoding?: Encoding;
  /** What to do with a row that cannot be read. @default "throw" */
  readonly onBadRow?: BadRowPolicy;
}

const SEPARATORS: readonly Separator[] = [",", "\t", ";", "|", "::"];

/**
 * Loads ratings from anyone's own CSV or TSV. Columns are named as in the header, or by their position
 * from 0 where there is none. Throws a `DataError` with file, line, column, value and cure where something is wrong.
 *
 * @example
 * await loadRatings("books.csv", { userId: "user", itemId: "isbn", rating: "stars", timestamp: "when" });
 * await loadRatings("plain.tsv", { userId: 0, itemId: 1, rating: 2 });
 */
export async function loadRatings(path: string, options: LoadRatingsOptions = {}): Promise<Ratings> {
  const {
    userId = "userId",
    itemId = "itemId",
    rating = "rating",
    timestamp,
    scale,
    onBadRow,
    onProgress,
    signal,
  } = options;
  const columns = { userId, itemId, rating, timestamp };
  const source = await fileSource(path);
  const separator = options.separator ?? (await guessSeparator(source));
  const format = {
    columns,
    separator,
    quotes: separator !== "::",
    encoding: options.encoding ?? "utf-8",
    header: options.header ?? [userId, itemId, rating].some((column) => typeof column === "string"),
    scale,
    onBadRow,
  };
  const ratings = await parseRatings(source, format, { onProgress, signal });
  warnOfSkippedRows(source.name, ratings);
  return ratings;
}

/** The separator that comes most often in the first line; the comma where none comes. */
async function guessSeparator(source: TextSource): Promise<Separator> {
  for await (const chunk of source.chunks()) {
    const [line = ""] = new TextDecoder().decode(chunk.subarray(0, 4096)).split("\n", 1);
    const frequency = (separator: Separator) => line.split(separator).length - 1;
    return SEPARATORS.reduce((best, next) => (frequency(next) > frequency(best) ? next : best));
  }
  return ",";
}
