/**
 * Addresses and sizes of one half step of alternating least squares, one 32-bit word each. Rows of
 * factors, of `base` and of `into` are `stride` numbers apart and end with zeros after `width`.
 */
@unmanaged
export class AlsSide {
  starts: usize;
  indices: usize;
  weights: usize;
  targets: usize;
  regularization: usize;
  base: usize;
  others: usize;
  into: usize;
  width: i32;
  stride: i32;
  rowCount: i32;
  steps: i32;
  /** The first row that has no unique solution, or `rowCount`. */
  failed: i32;
}
