import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { allSimilarities } from "./all-similarities.js";
import { collectHighest } from "./similarity-collector.js";

/**
 * The `keep` highest cosines of each row with other rows that share a column with it, of equal ones
 * those with the lowest index; columns ascend. O(Σ over columns of their length²) time; 12 × rows ×
 * keep bytes in addition to the result. Reference: `keptSimilarities` in
 * src/reference/kept-entries.ts.
 *
 * @param onRow called every 256 rows with the number of rows done
 */
export function highestCosines(matrix: CsrMatrix, keep: number, onRow: (row: number) => void): CsrMatrix {
  const collector = collectHighest(matrix.rowCount, keep);
  allSimilarities(COSINE, matrix, collector, onRow);
  return collector.rows();
}

const COSINE = { name: "cosine", minCommon: 1, shrinkage: 0, sampleCorrection: 0 } as const;
