import type { CsrMatrix } from "./csr-matrix.js";
import { rowOf } from "./row-of.js";

/** In how many columns both of two rows have an entry. O(their entries). */
export function commonColumns(matrix: CsrMatrix, a: number, b: number): number {
  const ofA = new Set(rowOf(matrix, a).indices);
  return rowOf(matrix, b).indices.filter((column) => ofA.has(column)).length;
}
