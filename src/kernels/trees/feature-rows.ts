/** Rows of numbers with the same features, row after row. */
export interface FeatureRows {
  readonly values: Float64Array | Float32Array;
  /** Features of a row. */
  readonly width: number;
}

/** Rows of features as bins, row after row; 255 is the bin of NaN. */
export interface BinnedRows {
  readonly bins: Uint8Array;
  /** Features of a row. */
  readonly width: number;
}
