import { shortenedText } from "../../text/shortened-text.js";

/** The place of an error in a source. */
export interface DataPlace {
  /** The file's name. */
  readonly source: string;
  /** From 1; missing if the error concerns the whole file. */
  readonly line?: number;
  /** The name of the column, or its position from 0 without a header. */
  readonly column?: string | number;
}

/**
 * Data that cannot be parsed. Its message has the place, the value, the reason and what to do:
 * `ratings.csv line 17, column "rating": "five" is not a number; correct the row, or pass
 * onBadRow: "skip"`.
 */
export class DataError extends Error implements DataPlace {
  override readonly name = "DataError";
  readonly source: string;
  // Declared only, so that what is missing is no field, and is not printed as undefined.
  declare readonly line?: number;
  declare readonly column?: string | number;
  /** The reason without place and value; skipped rows are counted by it. */
  readonly reason: string;

  constructor(place: DataPlace, { reason, value, cure }: { reason: string; value?: string; cure: string }) {
    const line = place.line === undefined ? "" : ` line ${place.line}`;
    const column = place.column === undefined ? "" : `, column ${JSON.stringify(place.column)}`;
    const what = value === undefined ? "" : `${JSON.stringify(shortenedText(value, 80))} `;
    super(`${place.source}${line}${column}: ${what}${reason}; ${cure}`);
    this.source = place.source;
    if (place.line !== undefined) this.line = place.line;
    if (place.column !== undefined) this.column = place.column;
    this.reason = reason;
  }
}
