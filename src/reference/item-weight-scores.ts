/** An item of a user, by index, and its value. */
export interface UserItem {
  readonly item: number;
  readonly value: number;
}

/**
 * The score of every item j for a user, from weights between items, which EASE, SLIM and RP3β
 * learn:
 *
 *     score[j] = Σ value[i] × weights[i][j]     over the user's items i other than j
 *
 * Reference for `kernels/item-weights/dense-weight-scores.ts` and `sparse-weight-scores.ts`.
 * O(items of the user × items).
 *
 * @param weights from each item (row) to each other one (column), NaN where there is none
 * @returns a score per item, NaN where no weight leads to it
 */
export function itemWeightScores(
  weights: readonly (readonly number[])[],
  userItems: readonly UserItem[],
): number[] {
  return weights.map((_, j) => {
    let score = Number.NaN;
    for (const { item, value } of userItems) {
      const weight = weights[item][j];
      if (item === j || Number.isNaN(weight)) continue;
      score = (Number.isNaN(score) ? 0 : score) + value * weight;
    }
    return score;
  });
}
