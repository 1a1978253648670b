import type { CsrMatrix } from "../../sparse/csr-matrix.js";
import type { UserScores, UserScoresSize } from "../dense/user-scores.js";

/**
 * Writes the score of every item j for a user with some items i,
 *
 *     score[j] = Σ value[i] × weight[i, j]     over the user's items i other than j
 *
 * NaN where the user has no other item than j. O(items of the user × items).
 * Reference: src/reference/item-weight-scores.ts.
 *
 * @param items the user's items, each once
 * @param values one per item of the user
 * @param weights n × n, row by row, 0 on the diagonal
 * @param into n scores
 */
export function denseWeightScores(
  items: Int32Array,
  values: Float64Array,
  weights: Float64Array,
  into: Float64Array,
): void {
  const n = into.length;
  into.fill(items.length === 0 ? Number.NaN : 0);
  // Plain: for each k and j into[j] += values[k] * weights[items[k] * n + j]. Four items at once,
  // in the same order of additions.
  let k = 0;
  for (; k + 3 < items.length; k += 4) {
    const [row0, row1, row2, row3] = [items[k] * n, items[k + 1] * n, items[k + 2] * n, items[k + 3] * n];
    const [value0, value1, value2, value3] = [values[k], values[k + 1], values[k + 2], values[k + 3]];
    for (let j = 0; j < n; j++) {
      into[j] =
        into[j] +
        value0 * weights[row0 + j] +
        value1 * weights[row1 + j] +
        value2 * weights[row2 + j] +
        value3 * weights[row3 + j];
    }
  }
  for (; k < items.length; k++) {
    const value = values[k];
    const row = items[k] * n;
    for (let j = 0; j < n; j++) into[j] += value * weights[row + j];
  }
  if (items.length === 1) into[items[0]] = Number.NaN;
}

/**
 * Opens {@link denseWeightScores} as a job for many users, given the values of all users' items;
 * undefined where the plain kernel is as fast.
 */
export type OpenDenseWeightScores = (
  byUser: CsrMatrix,
  weights: Float64Array,
  size: UserScoresSize,
) => UserScores | undefined;
