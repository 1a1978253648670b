import { sum } from "../../math/sum.js";
import { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowLengths } from "../../sparse/row-lengths.js";
import { rowOf, type SparseRow } from "../../sparse/row-of.js";

/** How values are weighted before rows are compared. */
export const WEIGHTINGS = ["none", "tf-idf", "bm25"] as const;
export type WeightingName = (typeof WEIGHTINGS)[number];

/** How soon the weight of a value saturates, and how much a row's length counts. */
const K1 = 1.2;
const B = 0.75;

/**
 * Weights of text retrieval for the values of rows ("documents", such as items) in columns
 * ("terms", such as users), so that columns with few entries count more:
 *
 *     tf-idf   √value × idf
 *     bm25     value × (K1 + 1) / (K1 × (1 − B + B × length / mean length) + value) × idf
 *     idf      ln(number of rows) − ln(1 + entries of the column)
 *
 * where the length of a row is the sum of its values, K1 = 1.2 and B = 0.75: the formulas of the
 * package implicit. Robertson and Zaragoza, The probabilistic relevance framework: BM25 and beyond,
 * 2009.
 */
export class RowWeighting {
  readonly #name: Exclude<WeightingName, "none">;
  readonly #inverseFrequencies: Float64Array;
  readonly #meanLength: number;

  /** @param columns the transpose of the rows */
  constructor(name: Exclude<WeightingName, "none">, rows: CsrMatrix, columns: CsrMatrix) {
    this.#name = name;
    const logCount = Math.log(rows.rowCount);
    this.#inverseFrequencies = Float64Array.from(
      rowLengths(columns),
      (count) => logCount - Math.log1p(count),
    );
    this.#meanLength = sum(rows.values) / rows.rowCount;
  }

  /** All rows, weighted. O(entries). */
  matrix(rows: CsrMatrix): CsrMatrix {
    const values = new Float64Array(rows.count);
    for (let row = 0; row < rows.rowCount; row++) values.set(this.row(rowOf(rows, row)), rows.starts[row]);
    return CsrMatrix.fromRows({ ...rows, values });
  }

  /** The weighted values of one row. */
  row({ indices, values }: SparseRow): Float64Array {
    const saturation = K1 * (1 - B + (B * sum(values)) / this.#meanLength);
    return values.map((value, k) => {
      const weight = this.#name === "tf-idf" ? Math.sqrt(value) : (value * (K1 + 1)) / (saturation + value);
      return weight * this.#inverseFrequencies[indices[k]];
    });
  }
}
