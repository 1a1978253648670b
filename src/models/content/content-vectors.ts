import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import { rowOf } from "../../sparse/row-of.js";
import { type Entry, matrixOf, type SideFeatures } from "./side-features.js";

/** Places of a number: −2, −1, 0, 1 and 2 standard deviations from the mean. */
const PLACES = 5;

/**
 * The vectors of side data for cosines, a row for each id. Each known feature is a vector of length
 * 1, and a row is divided by the root of their number:
 *
 *     a number     shares of the two places next to it, out of 5, a standard deviation apart
 *     a category   1 in its column
 *     a set        ln((1 + ids) / (1 + ids with the member)) + 1 in the columns of its members
 *
 * No entry is below 0. O(values).
 */
export function contentVectors(features: SideFeatures): CsrMatrix {
  const { ids, groups } = features;
  const rows = features.rowsFor(ids);
  const groupOf = groups.flatMap(({ labels }, group) => labels.map(() => group));
  const counts = new Float64Array(rows.columnCount);
  for (const column of rows.indices) counts[column]++;
  const entries = ids.ids.flatMap((_, row) => {
    const { indices, values } = rowOf(rows, row);
    const lengths = new Map<number, number>();
    const own = Array.from(indices, (column, k) => {
      const group = groupOf[column];
      const isNumber = groups[group].kind === "number";
      const terms = isNumber
        ? placesOf(values[k], rows.columnCount + PLACES * group)
        : [{ column, value: Math.log((1 + ids.size) / (1 + counts[column])) + 1 }];
      for (const { value } of terms) lengths.set(group, (lengths.get(group) ?? 0) + value ** 2);
      return terms.map((term) => ({ ...term, group }));
    });
    return own.flat().map(({ column, value, group }): Entry => {
      return { row, column, value: value / Math.sqrt((lengths.get(group) ?? 1) * lengths.size) };
    });
  });
  return matrixOf(entries, {
    rowCount: ids.size,
    columnCount: rows.columnCount + PLACES * groups.length,
  });
}

/** The shares of the places next to a number, which is in standard deviations from the mean. */
function placesOf(deviations: number, first: number): { column: number; value: number }[] {
  const place = Math.min(Math.max(deviations + 2, 0), PLACES - 1);
  const below = Math.floor(place);
  const share = place - below;
  const terms = [{ column: first + below, value: 1 - share }];
  return share > 0 ? [...terms, { column: first + below + 1, value: share }] : terms;
}
