/** The rows that a reader left out with `onBadRow: "skip"`. */
export interface SkippedRows {
  readonly count: number;
  /** For each reason, the number of rows and the full error message of the first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number; readonly first: string }[];
}
