import type { IdIndex } from "../../ratings/id-index.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";

/** The rows of `wanted` ids, out of those of `own`; empty for an id without one. O(entries). */
export function rowsAt(
  { starts, indices, values, columnCount }: CsrMatrix,
  own: IdIndex,
  wanted: IdIndex,
): CsrMatrix {
  const entries: number[] = [];
  const ends = Int32Array.from(wanted.ids, (id) => {
    const row = own.indexOf(id);
    for (let k = starts[row] ?? 0; k < starts[row + 1]; k++) entries.push(k);
    return entries.length;
  });
  return CsrMatrix.fromRows({
    starts: Int32Array.of(0, ...ends),
    indices: Int32Array.from(entries, (k) => indices[k]),
    values: Float64Array.from(entries, (k) => values[k]),
    columnCount,
  });
}
