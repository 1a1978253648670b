/**
 * Rows of `width` numbers each, such as the latent factors of all users, in one flat array: row r
 * is `values[r × width]` to `values[r × width + width - 1]`.
 */
export interface Factors {
  readonly values: Float64Array;
  readonly width: number;
}
