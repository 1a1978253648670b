import type { BprRates } from "../../../kernels/factors/bpr.js";
import type { UserItemFactors } from "../../../kernels/factors/user-item-factors.js";
import { type Random, type RandomSettings, random } from "../../../math/random.js";
import type { Feedback } from "../../../ratings/feedback.js";
import type { CsrMatrix } from "../../../sparse/csr-matrix.js";
import { sortedRows } from "../../../sparse/sorted-rows.js";
import { reportProgress, type TaskOptions } from "../../../task/report-progress.js";
import { checkNotEmpty } from "../../contract/check-ratings.js";
import { type RelevanceSettings, relevantPart } from "../../contract/relevance.js";
import { checkImplicit } from "../../implicit/implicit-values.js";
import { throwIfDiverged } from "../../training/diverged.js";
import { heldBackPart } from "../../training/early-stopping.js";
import { bestByLists, type ListLearning, type ListStoppingSettings } from "../../training/list-stopping.js";
import { solveUsers } from "../fitted-list-factors.js";
import type { LearnedFactors } from "../learned-factors.js";
import { startNormal } from "../start-factors.js";
import { type FittedPairs, factorsWithoutRatings, type PairSettings } from "./fitted-pairs.js";

/** Settings of models that are fitted by {@link fitPairs}. */
export interface FitPairsSettings
  extends PairSettings,
    RelevanceSettings,
    ListStoppingSettings,
    RandomSettings {
  readonly learningRate: number;
  readonly initialScale: number;
}

/** What epochs learn from, and what they change. */
export interface PairStart {
  /** Rows are users, with items ascending within each row. */
  readonly rated: CsrMatrix;
  readonly itemBiases: Float64Array;
  readonly both: UserItemFactors;
  readonly rates: BprRates;
  readonly draws: Random;
  /** All users, in a random order. */
  readonly order: Int32Array;
}

/**
 * Runs epochs, and calls `onEpoch` before each. Returns the epoch, from 0 on, after which a factor
 * of an item was not finite, or −1.
 */
export type PairEpochs = (count: number, onEpoch: (done: number) => void) => number;

/**
 * Fits a model that learns from pairs of items, one that a user has rated and one that the user has
 * not: {@link Bpr} and {@link Warp} differ in what an epoch does.
 *
 * @throws RangeError for a rating below 0, if every user has rated every item, if the factors
 *   diverge, or if the validation part would be empty.
 */
export function fitPairs<Settings extends FitPairsSettings, Fitted extends FittedPairs>(
  { name, settings }: { readonly name: string; readonly settings: Settings },
  FittedModel: new (
    ratings: Feedback,
    settings: Settings,
    learned: LearnedFactors,
    learning?: ListLearning,
  ) => Fitted,
  { ratings, task }: { readonly ratings: Feedback; readonly task: TaskOptions },
  epochsOf: (start: PairStart) => PairEpochs,
): Fitted {
  const { factors, iterations, learningRate, regularization, initialScale, biased } = settings;
  checkNotEmpty(ratings);
  const interests = relevantPart(ratings, settings);
  checkImplicit(interests);
  const { kept, heldBack } = heldBackPart(interests, settings);
  const { users, items, byUser } = kept;
  if (kept.count === users.size * items.size) throw noNegatives(users.size, items.size);
  const draws = random(settings);
  const itemBiases = new Float64Array(items.size);
  const userFactors = startNormal(draws, users.size * factors, initialScale);
  const itemFactors = startNormal(draws, items.size * factors, initialScale);
  const unrated = [...users.ids.keys()].filter((user) => byUser.rowLength(user) === 0);
  for (const user of unrated) userFactors.set(factorsWithoutRatings(settings), user * factors);
  const epochs = epochsOf({
    rated: sortedRows(byUser),
    itemBiases,
    both: {
      user: { values: userFactors, width: factors },
      item: { values: itemFactors, width: factors },
    },
    rates: { learningRate, regularization, biased: biased ? 1 : 0 },
    draws,
    order: draws.permutation(users.size),
  });
  const run = (count: number, before: number, progress: TaskOptions) => {
    const diverged = epochs(count, (done) => reportProgress(progress, { done, total: count }));
    if (diverged >= 0) throwIfDiverged(name, before + diverged + 1, itemFactors, learningRate);
  };
  const userBiases = new Float64Array(users.size);
  const last = { mean: 0, userBiases, itemBiases, userFactors, itemFactors };
  if (!heldBack) {
    run(iterations, 0, task);
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedModel(ratings, settings, last);
  }
  const next = (iteration: number) => run(1, iteration - 1, {});
  const model = () => new FittedModel(kept, settings, last);
  const { learned, learning } = bestByLists(settings, task, next, { heldBack, model });
  const fitted = new FittedModel(ratings, settings, learned, learning);
  solveUsers(fitted, unrated, interests);
  return fitted;
}

function noNegatives(userCount: number, itemCount: number): RangeError {
  return new RangeError(
    `all ${userCount} users have rated all ${itemCount} items, so there are no negative samples; ` +
      "leave out low ratings, as with relevantFrom: 4",
  );
}
