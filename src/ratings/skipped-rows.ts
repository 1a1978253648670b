/** What a reader left out, asked with `onBadRow: "skip"`. */
export interface SkippedRows {
  readonly count: number;
  /** For each reason how many rows, and the whole error of the first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number; readonly first: string }[];
}
