/**
 * The parameters of a factor model: factors row by row in flat arrays, biases of 0 where it has
 * none.
 */
export interface LearnedFactors {
  /** The global mean, or 0. */
  readonly mean: number;
  readonly userBiases: Float64Array;
  readonly itemBiases: Float64Array;
  readonly userFactors: Float64Array;
  readonly itemFactors: Float64Array;
}
