import type { IdType } from "../../ratings/id-type.js";
import type { RatingScale } from "../../ratings/rating.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { TaskOptions } from "../../task/report-progress.js";
import type { BadRowPolicy } from "../records/bad-rows.js";
import { guessSeparator } from "../records/guess-separator.js";
import type { Separator } from "../records/record-format.js";
import type { Encoding, TextSource } from "../records/text-source.js";
import { parseRatings } from "./parse-ratings.js";
import type { RatingColumnNames } from "./ratings-format.js";

/** Options of `loadRatings`: the columns, and the format of the file. */
export interface LoadRatingsOptions extends Partial<RatingColumnNames>, TaskOptions {
  /** @default the one of , ; tab | and :: that is most frequent in the first line */
  readonly separator?: Separator;
  /** Whether the first line is a header. @default true, unless columns are given by position */
  readonly header?: boolean;
  /**
   * The type of all ids: "text" converts numbers, as a server that gets texts needs; with "number",
   * another id is a bad row.
   * @default numbers, but texts for all ids of a column with an id that is no whole number
   */
  readonly ids?: IdType;
  /** @default the lowest and highest rating that occur */
  readonly scale?: RatingScale;
  /** @default "utf-8" */
  readonly encoding?: Encoding;
  /** What to do with a row that cannot be parsed. @default "throw" */
  readonly onBadRow?: BadRowPolicy;
}

/** Ratings from any CSV or TSV: `parseRatings` with defaults for the columns and the format. */
export async function ratingsFromSource(
  source: TextSource,
  options: LoadRatingsOptions = {},
): Promise<Ratings> {
  const {
    userId = "userId",
    itemId = "itemId",
    rating = "rating",
    timestamp,
    scale,
    ids,
    onBadRow,
    onProgress,
    signal,
  } = options;
  const columns = { userId, itemId, rating, timestamp };
  const separator = options.separator ?? (await guessSeparator(source));
  const format = {
    columns,
    separator,
    quotes: separator !== "::",
    encoding: options.encoding ?? "utf-8",
    header: options.header ?? [userId, itemId, rating].some((column) => typeof column === "string"),
    scale,
    ids,
    onBadRow,
  };
  return parseRatings(source, format, { onProgress, signal });
}
