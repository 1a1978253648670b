import type { Feedback } from "../../ratings/feedback.js";
import { type FoldSettings, foldRows } from "../../ratings/fold-rows.js";

/** What every fold has an equal part of: each user's ratings, each item's, or each value. */
export type Stratum = "user" | "item" | "rating";

/**
 * The rows of each fold, so that the ratings of a stratum are spread over the folds: the folds
 * differ by at most one row in each stratum, and in all. Each stratum is shuffled and dealt out,
 * beginning where the one before it ended. O(ratings).
 *
 * @throws RangeError as {@link foldRows}.
 */
export function stratifiedFoldRows(
  ratings: Feedback,
  { stratify, folds = 5, seed, generator }: Partial<FoldSettings> & { stratify: Stratum },
): Int32Array[] {
  const order = foldRows(ratings.count, { folds, seed, generator });
  const strata = new Map<number, number[]>();
  const stratumOf = stratumOfRow(ratings, stratify);
  for (const part of order) {
    for (const row of part) {
      const rows = strata.get(stratumOf(row));
      if (rows) rows.push(row);
      else strata.set(stratumOf(row), [row]);
    }
  }
  const dealt: number[][] = Array.from({ length: folds }, () => []);
  let next = 0;
  for (const rows of strata.values()) for (const row of rows) dealt[next++ % folds].push(row);
  return dealt.map((rows) => Int32Array.from(rows));
}

function stratumOfRow(ratings: Feedback, stratify: Stratum): (row: number) => number {
  if (stratify === "rating") return (row) => ratings.values[row];
  const indices = stratify === "user" ? ratings.userIndices : ratings.itemIndices;
  return (row) => indices[row];
}
