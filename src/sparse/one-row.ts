import { CsrMatrix } from "./csr-matrix.js";
import type { SparseRow } from "./row-of.js";

/** A matrix with a single row, which shares its arrays. O(1). */
export function oneRow({ indices, values }: SparseRow, columnCount: number): CsrMatrix {
  return CsrMatrix.fromRows({ starts: Int32Array.of(0, indices.length), indices, values, columnCount });
}
