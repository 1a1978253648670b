import type { CsrMatrix } from "./csr-matrix.js";
import { transpose } from "./transpose.js";

/** The same matrix with columns ascending within each row. O(entries + rows + columns). */
export function sortedRows(matrix: CsrMatrix): CsrMatrix {
  return transpose(transpose(matrix));
}
