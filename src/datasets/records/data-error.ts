import { shortenedText } from "../../text/shortened-text.js";

/** Where in a source something is wrong. */
export interface DataPlace {
  /** The file's name. */
  readonly source: string;
  /** From 1; left out where the whole file is meant. */
  readonly line?: number;
  /** The column's name, or its position from 0 where there is no header. */
  readonly column?: string | number;
}

/**
 * Data that cannot be read. Its message is a sentence with place, value and cure:
 * `ratings.csv line 17, column "rating": "five" is not a number; mend the row, or pass onBadRow: "skip"`.
 */
export class DataError extends Error implements DataPlace {
  override readonly name = "DataError";
  readonly source: string;
  readonly line: number | undefined;
  readonly column: string | number | undefined;
  /** What is wrong without place and value: rows that are skipped are counted by it. */
  readonly reason: string;

  constructor(place: DataPlace, { reason, value, cure }: { reason: string; value?: string; cure: string }) {
    const line = place.line === undefined ? "" : ` line ${place.line}`;
    const column = place.column === undefined ? "" : `, column ${JSON.stringify(place.column)}`;
    const what = value === undefined ? "" : `${JSON.stringify(shortenedText(value, 80))} `;
    super(`${place.source}${line}${column}: ${what}${reason}; ${cure}`);
    this.source = place.source;
    this.line = place.line;
    this.column = place.column;
    this.reason = reason;
  }
}
