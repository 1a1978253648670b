/** The factors of a model; those of the n-th id are the n-th `width` numbers. */
export interface SparkFactors {
  readonly width: number;
  readonly userIds: Int32Array;
  readonly userFactors: Float64Array;
  readonly itemIds: Int32Array;
  readonly itemFactors: Float64Array;
}
