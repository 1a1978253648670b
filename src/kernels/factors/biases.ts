/** The mean of all ratings, and biases by user index and by item index. */
export interface Biases {
  readonly mean: number;
  readonly user: Float64Array;
  readonly item: Float64Array;
}
