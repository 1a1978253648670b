import type { CsrMatrix } from "../../sparse/csr-matrix.js";

/**
 * One side of alternating least squares: for each row (a user, or an item) the equations of its
 * factors x, given the factors y of the columns,
 *
 *     (base + Σ weight × y yᵀ + regularization × I) x = Σ target × y     over the row's entries
 *
 * `base`, a matrix of width × width that all rows share, changes with y and is an argument of its
 * own.
 */
export interface AlsEquations {
  /** The entries, with confidence − 1 as their values (implicit feedback), or 1 (explicit). */
  readonly weights: CsrMatrix;
  /**
   * For each entry: its confidence × preference (implicit feedback), or its residual (explicit).
   */
  readonly targets: Float64Array;
  /** For each row: λ. */
  readonly regularization: Float64Array;
}
