import { mean } from "../math/statistics.js";
import type { CsrMatrix } from "./csr-matrix.js";

/** The mean of each row, NaN for a row without entries. */
export function rowMeans({ rowCount, starts, values }: CsrMatrix): Float64Array {
  return new Float64Array(rowCount).map((_, row) => mean(values.subarray(starts[row], starts[row + 1])));
}
