import { mean } from "../math/statistics.js";
import type { CsrMatrix } from "./csr-matrix.js";
import { rowOf } from "./row-of.js";

/** The mean of each row's values, NaN for an empty row. O(entries). */
export function rowMeans(matrix: CsrMatrix): Float64Array {
  return new Float64Array(matrix.rowCount).map((_, row) => mean(rowOf(matrix, row).values));
}
