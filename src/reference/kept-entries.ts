/** Which similarities {@link keptSimilarities} keeps. */
export interface KeptOptions {
  /** The most of a row. @default Infinity */
  readonly keep?: number;
  /** Whether a column may be a neighbour. @default all may */
  readonly isCandidate?: (column: number) => boolean;
}

/**
 * The highest similarities of each row, of equal ones those of the first columns; NaN elsewhere. A
 * row is no neighbour of its own. Reference for `kernels/similarity/similarity-collector.ts`.
 *
 * @param table rows × rows, NaN where a similarity is undefined
 */
export function keptSimilarities(
  table: readonly (readonly number[])[],
  { keep = Number.POSITIVE_INFINITY, isCandidate = () => true }: KeptOptions = {},
): number[][] {
  return table.map((row, x) => {
    const candidates = [...row.keys()].filter((y) => y !== x && isCandidate(y) && !Number.isNaN(row[y]));
    const kept = candidates.sort((a, b) => row[b] - row[a] || a - b).slice(0, keep);
    return row.map((similarity, y) => (kept.includes(y) ? similarity : Number.NaN));
  });
}

/**
 * The weights of largest magnitude of each row, of equal ones those of the first columns; 0
 * elsewhere. Reference for `kernels/similarity/kept-rows.ts`.
 */
export function keptWeights(table: readonly (readonly number[])[], keep: number): number[][] {
  return table.map((row) => {
    const columns = [...row.keys()].sort((a, b) => Math.abs(row[b]) - Math.abs(row[a]) || a - b);
    const kept = columns.slice(0, keep);
    return row.map((weight, column) => (kept.includes(column) ? weight : 0));
  });
}
