import { CsrMatrix } from "../../sparse/csr-matrix.js";

/** Documents as TF-IDF vectors. */
export interface TfIdf {
  /** Each term once, by its column. */
  readonly terms: readonly string[];
  /** Inverse document frequency of each term. */
  readonly idf: Float64Array;
  /**
   * A row of length 1 for each document, columns ascending; an empty one for a document without
   * terms.
   */
  readonly rows: CsrMatrix;
}

/**
 * TF-IDF vectors of documents: a term weighs more the more often the document has it, and the fewer
 * other documents have it.
 *
 *     idf    = ln((1 + documents) / (1 + documents with the term)) + 1
 *     weight = number of times the document has the term × idf
 *
 * Each row is divided by its length √Σ weight², so that the dot product of two rows is their
 * cosine. These are the defaults of scikit-learn's TfidfTransformer: the ones in the logarithm add
 * a document that has every term, and the one after it keeps the weight of a term that all
 * documents have above 0. Terms are numbered by first appearance. O(terms of all documents).
 *
 * @example
 * const { terms, idf, rows } = tfIdf([["Comedy"], ["Comedy", "Western"]]);
 * terms; // ["Comedy", "Western"]
 * idf[0]; // 1
 * rows.values[0]; // 1
 */
export function tfIdf(documents: Iterable<Iterable<string>>): TfIdf {
  const columnOf = new Map<string, number>();
  const documentsWith: number[] = [];
  const counted = Array.from(documents, (terms) => {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const column = columnOf.get(term) ?? columnOf.size;
      columnOf.set(term, column);
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    for (const column of counts.keys()) documentsWith[column] = (documentsWith[column] ?? 0) + 1;
    return [...counts].sort(([a], [b]) => a - b);
  });
  const idf = Float64Array.from(documentsWith, (count) => Math.log((1 + counted.length) / (1 + count)) + 1);
  const rows = CsrMatrix.fromTriplets({
    rowCount: counted.length,
    columnCount: columnOf.size,
    rows: Int32Array.from(counted.flatMap((counts, row) => counts.map(() => row))),
    columns: Int32Array.from(counted.flatMap((counts) => counts.map(([column]) => column))),
    values: Float64Array.from(counted.flatMap((counts) => unitRow(counts, idf))),
  });
  return { terms: [...columnOf.keys()], idf, rows };
}

/** The weights of one document, divided by their Euclidean length. */
function unitRow(counts: readonly (readonly [number, number])[], idf: Float64Array): number[] {
  const weights = counts.map(([column, count]) => count * idf[column]);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return weights.map((weight) => weight / length);
}
