import type { RatingScale } from "../ratings/rating.js";
import type { BadRowPolicy } from "./bad-rows.js";
import type { RecordFormat } from "./record-reader.js";

/** Which column is which: by its name in the header, or by its position from 0 where there is none. */
export interface RatingColumnNames {
  readonly userId: string | number;
  readonly itemId: string | number;
  readonly rating: string | number;
  /** Seconds since 1970, or dates like 1997-12-04 and 1997-12-04T15:55:49 (UTC). */
  readonly timestamp?: string | number | undefined;
}

/** How a text of ratings is written. */
export interface RatingsFormat extends RecordFormat {
  readonly columns: RatingColumnNames;
  /** Whether the first line names the columns. */
  readonly header: boolean;
  /** Left out: the lowest and highest rating that occur. */
  readonly scale?: RatingScale | undefined;
  /** @default "throw" */
  readonly onBadRow?: BadRowPolicy | undefined;
}
