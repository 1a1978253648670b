import type { RatingScale } from "../../ratings/rating.js";
import type { BadRowPolicy } from "../records/bad-rows.js";
import type { RecordFormat } from "../records/record-format.js";
import type { KnownIds } from "./read-id.js";

/**
 * Which column is which: by its name in the header, or by its position from 0. An id is a number where it is a whole one as
 * one writes it; where a column has any other ("017", "1.0", "tt0114709"), all of its ids are texts.
 */
export interface RatingColumnNames {
  readonly userId: string | number;
  readonly itemId: string | number;
  readonly rating: string | number;
  /** Empty, seconds since 1970, or dates like 1997-12-04 and 1997-12-04T15:55:49 (UTC). */
  readonly timestamp?: string | number | undefined;
}

/** How a text of ratings is written. */
export interface RatingsFormat extends RecordFormat {
  readonly columns: RatingColumnNames;
  /** Whether the first line names the columns. */
  readonly header: boolean;
  /** How many fields a row has. @default as many as the first line */
  readonly fieldCount?: number;
  /** The only items there are, and the file that lists them: a rating of another one is a bad row. @default any */
  readonly items?: KnownIds | undefined;
  /** Left out: the lowest and highest rating that occur. */
  readonly scale?: RatingScale | undefined;
  /** @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
}
