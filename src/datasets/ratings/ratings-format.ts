import type { IdType } from "../../ratings/id-type.js";
import type { RatingScale } from "../../ratings/rating.js";
import type { BadRowPolicy } from "../records/bad-rows.js";
import type { RecordFormat } from "../records/record-format.js";
import type { KnownIds } from "./read-id.js";

/**
 * Columns by their name in the header, or by their position from 0. Ids are numbers if all ids of
 * the column are whole numbers in canonical form; if one is not ("017", "1.0", "tt0114709"), all
 * ids of the column are texts.
 */
export interface RatingColumnNames {
  readonly userId: string | number;
  readonly itemId: string | number;
  readonly rating: string | number;
  /** Empty, seconds since 1970, or dates like 1997-12-04 and 1997-12-04T15:55:49 (UTC). */
  readonly timestamp?: string | number | undefined;
}

/** The format of a text of ratings. */
export interface RatingsFormat extends RecordFormat {
  readonly columns: RatingColumnNames;
  /** Whether the first line is a header. */
  readonly header: boolean;
  /** Number of fields of a row. @default that of the first line */
  readonly fieldCount?: number;
  /** The known items: a rating of another item is a bad row. @default any */
  readonly items?: KnownIds | undefined;
  /** Converts all ids to texts, or takes numbers alone. @default by column, see the columns */
  readonly ids?: IdType | undefined;
  /** @default the lowest and highest rating that occur */
  readonly scale?: RatingScale | undefined;
  /** @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
}
