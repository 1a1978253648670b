import type { CsrMatrix } from "./csr-matrix.js";
import { rowOf } from "./row-of.js";

/** The number of columns where both rows have an entry. O(entries of the two). */
export function commonColumns(matrix: CsrMatrix, a: number, b: number): number {
  const ofA = new Set(rowOf(matrix, a).indices);
  return rowOf(matrix, b).indices.filter((column) => ofA.has(column)).length;
}
