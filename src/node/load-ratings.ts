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

/** Options of {@link loadRatings}: the columns, and the format of the file. */
export interface LoadRatingsOptions extends Partial<RatingColumnNames>, TaskOptions {
  /** @default the one of , ; tab | and :: that is most frequent in the first line */
  readonly separator?: Separator;
  /** Whether the first line is a header. @default true, unless columns are given by position */
  readonly header?: boolean;
  /** @default the lowest and highest rating that occur */
  readonly scale?: RatingScale;
  /** @default "utf-8" */
  readonly encoding?: Encoding;
  /** What to do with a row that cannot be parsed. @default "throw" */
  readonly onBadRow?: BadRowPolicy;
}

const SEPARATORS: readonly Separator[] = [",", "\t", ";", "|", "::"];

/**
 * Loads ratings from any CSV or TSV. Columns are given by their name in the header, or by their
 * position from 0. Throws a `DataError` with file, line, column, value and what to do.
 *
 * @example
 * await loadRatings("books.csv", { userId: "user", itemId: "isbn", rating: "stars" });
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

/** The most frequent separator of the first line; the comma without any. */
async function guessSeparator(source: TextSource): Promise<Separator> {
  for await (const chunk of source.chunks()) {
    const [line = ""] = new TextDecoder().decode(chunk.subarray(0, 4096)).split("\n", 1);
    const frequency = (separator: Separator) => line.split(separator).length - 1;
    return SEPARATORS.reduce((best, next) => (frequency(next) > frequency(best) ? next : best));
  }
  return ",";
}
