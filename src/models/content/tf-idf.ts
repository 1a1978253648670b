import { CsrMatrix } from "../../sparse/csr-matrix.js";

/** Documents as weighted terms. */
export interface TfIdf {
  /** Each term once, by its column. */
  readonly terms: readonly string[];
  /** How much each term tells: the rarer, the more. */
  readonly idf: Float64Array;
  /** A row of length 1 for each document, its columns ascending; an empty one where there are no terms. */
  readonly rows: CsrMatrix;
}

/**
 * Weighs the terms of documents: what one has often and few others have says most about it.
 *
 *     idf    = ln((1 + documents) / (1 + documents with the term)) + 1
 *     weight = times the document has the term × idf, and each row is divided by its length √Σ weight²
 *
 * so that the product of two rows is the cosine of the angle between them. These are the defaults of scikit-learn's
 * TfidfTransformer; the ones within the logarithm count a document more that has every term, and the one after it
 * keeps a term that all have from counting nothing. Terms are numbered by first appearance. O(terms of all documents).
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

/** The weights of one document, divided by their length. */
function unitRow(counts: readonly (readonly [number, number])[], idf: Float64Array): number[] {
  const weights = counts.map(([column, count]) => count * idf[column]);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return weights.map((weight) => weight / length);
}
