import { findDuplicates } from "../../ratings/duplicates.js";
import { type IndexedRatings, Ratings } from "../../ratings/ratings.js";
import type { BadRows } from "../records/bad-rows.js";
import { DataError, type DataPlace } from "../records/data-error.js";

/** What ratings are made of beside their columns. */
export interface ParsedRows {
  readonly badRows: BadRows;
  /** The columns of users and items, for errors. */
  readonly column: string;
  placeOf(row: number): DataPlace;
  /** The place as text, such as "on line 3". */
  whereIs(row: number): string;
}

/**
 * Ratings of parsed rows. A row that repeats a pair of user and item is a bad row, and the first is
 * kept. O(rows).
 */
export function ratingsWithoutRepeats(
  columns: IndexedRatings,
  { badRows, column, placeOf, whereIs }: ParsedRows,
): Ratings {
  const { users, items, userIndices, itemIndices, scale } = columns;
  const counts = { userCount: users.size, itemCount: items.size };
  const repeated = new Set<number>();
  for (const { first, again } of findDuplicates(userIndices, itemIndices, counts)) {
    badRows.add(
      new DataError(
        { ...placeOf(again), column },
        {
          value: `${users.idOf(userIndices[again])}, ${items.idOf(itemIndices[again])}`,
          reason: "is a pair of user and item that already has a rating",
          cure: `its other rating is ${whereIs(first)}: keep one, or pass onBadRow: "skip" to keep the first`,
        },
      ),
    );
    repeated.add(again);
  }
  const all = Ratings.fromIndexed(columns);
  const isKept = (row: number) => !repeated.has(row);
  const kept =
    repeated.size > 0
      ? all.selectRows(new Int32Array(all.count).map((_, row) => row).filter(isKept))
      : columns;
  return Ratings.fromIndexed({ ...kept, scale, scaleIsDeclared: !!scale, skipped: badRows.report() });
}
