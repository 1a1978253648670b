import { type FoldSettings, foldRows } from "../../ratings/fold-rows.js";
import { indicesIn } from "../../ratings/indices-in.js";
import { partOf } from "../../ratings/part-of.js";
import type { Ratings } from "../../ratings/ratings.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { FittedModel, Model } from "../contract/model.js";

/**
 * Out-of-fold predictions: each rating is predicted by models fitted to the ratings of the other
 * folds, so that a model that learns from the predictions sees no leaked ratings. Where a model has
 * no score its {@link FittedModel.partialScore} replaces it; NaN where it has none either. Fits
 * each model `folds` times.
 *
 * @returns for each model a prediction per rating, in the order of the rows
 * @throws RangeError as {@link foldRows}, and for a model whose scores are not in stars.
 */
export function outOfFold(
  models: readonly Model[],
  ratings: Ratings,
  settings: FoldSettings,
  task: TaskOptions = {},
): Float64Array[] {
  const predictions = models.map(() => new Float64Array(ratings.count));
  const parts = foldRows(ratings.count, settings);
  const total = parts.length * models.length;
  for (const [fold, heldOut] of parts.entries()) {
    const kept = ratings.selectRows(otherRows(heldOut, ratings.count));
    const timestamps = Array.from(heldOut, (row) => ratings.timestamps?.[row]);
    const rows = partOf(ratings, heldOut);
    const userIndices = indicesIn(kept.users, ratings.users, rows.userIndices);
    for (const [place, model] of models.entries()) {
      reportProgress(task, { done: fold * models.length + place, total });
      const fitted = model.fit(kept, { signal: task.signal });
      checkInStars(fitted);
      const itemIndices = indicesIn(fitted.items, ratings.items, rows.itemIndices);
      const scores = new Float64Array(heldOut.length);
      fitted.scorePairs(userIndices, itemIndices, scores, timestamps);
      for (const [k, row] of heldOut.entries()) {
        const score = scores[k];
        predictions[place][row] = Number.isNaN(score)
          ? fitted.partialScore(userIndices[k], itemIndices[k])
          : score;
      }
    }
  }
  reportProgress(task, { done: total, total });
  return predictions;
}

/** The rows from 0 to below `count` that are not among `rows`, ascending. */
export function otherRows(rows: Int32Array, count: number): Int32Array {
  const isGiven = new Uint8Array(count);
  for (const row of rows) isGiven[row] = 1;
  return new Int32Array(count).map((_, row) => row).filter((row) => isGiven[row] === 0);
}

function checkInStars({ name, inStars }: FittedModel): void {
  if (inStars) return;
  throw new RangeError(`${name}: its scores rank items and are not stars; blend it with RankBlend`);
}
