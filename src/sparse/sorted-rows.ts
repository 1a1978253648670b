import type { CsrMatrix } from "./csr-matrix.js";
import { transpose } from "./transpose.js";

/** The matrix with each row's entries sorted by column. O(entries + rows + columns). */
export function sortedRows(matrix: CsrMatrix): CsrMatrix {
  return transpose(transpose(matrix));
}
