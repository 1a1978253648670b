import { mean } from "../../math/statistics.js";
import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Split } from "../splits/split.js";
import { evaluateRanking } from "./evaluate-ranking.js";
import { evaluateRatings } from "./evaluate-ratings.js";
import { pairedBootstrap } from "./paired-bootstrap.js";

/** A model, named by what distinguishes it. */
export interface Variant {
  readonly name: string;
  readonly model: Model;
  /**
   * Other train parts than those of the other variants, with the same test parts.
   * @default the same
   */
  readonly splits?: readonly Split<Feedback>[];
}

/** Options of {@link compareVariants}. */
export interface CompareVariantsOptions extends TaskOptions {
  /** Length of the measured lists, from 1. @default 10 */
  readonly count?: number;
  /** The name of the variant that all are compared with. @default the first */
  readonly against?: string;
}

/** The metrics of one variant: means over the splits. */
export interface VariantRow {
  readonly variant: string;
  /** In stars, as by `evaluateRatings`; NaN for a model whose scores are not stars. */
  readonly rmse: number;
  /** The share of the test ratings that the model predicts, 0 to 1; NaN as for `rmse`. */
  readonly coverage: number;
  readonly precision: number;
  readonly ndcg: number;
  /** Its NDCG minus that of the variant it is compared with. */
  readonly difference: number;
  /** The bounds of the 95 % confidence interval of the difference. */
  readonly low: number;
  readonly high: number;
}

/**
 * Measures variants of a model on the same test ratings, in the given order: errors if its scores
 * are stars, its top lists, and the confidence interval of its difference from one variant. In the
 * interval each user counts once, with the mean over the splits ({@link pairedBootstrap}). Reports
 * progress after each fit.
 *
 * @throws RangeError for two variants of one name, an unknown `against`, or a variant with another
 * number of splits.
 * @example
 * const variants = [
 *   { name: "votes", model: new Popularity() },
 *   { name: "mean", model: new MeanRating() },
 * ];
 * compareVariants(variants, kFolds(ratings, { folds: 2 }))[1].difference < 0; // true
 */
export function compareVariants(
  variants: readonly Variant[],
  splits: readonly Split<Feedback>[],
  { count = 10, against = variants[0]?.name, ...task }: CompareVariantsOptions = {},
): VariantRow[] {
  wholeAtLeast(1, { count });
  checkVariants(variants, splits, against);
  const total = variants.length * splits.length;
  let done = 0;
  reportProgress(task, { done, total });
  const measured = variants.map((variant) => {
    const folds = (variant.splits ?? splits).map((split) => {
      const fold = measureFold(variant.model, split, { count, signal: task.signal });
      reportProgress(task, { done: ++done, total });
      return fold;
    });
    return { variant: variant.name, folds, ndcgOfUsers: ndcgOfUsers(folds) };
  });
  const reference = measured.find(({ variant }) => variant === against);
  return measured.map(({ variant, folds, ndcgOfUsers }) => {
    const meanOf = (name: "rmse" | "coverage" | "precision" | "ndcg") =>
      mean(Float64Array.from(folds, (fold) => fold[name]));
    return {
      variant,
      rmse: meanOf("rmse"),
      coverage: meanOf("coverage"),
      precision: meanOf("precision"),
      ndcg: meanOf("ndcg"),
      ...pairedBootstrap(ndcgOfUsers, reference?.ndcgOfUsers ?? ndcgOfUsers),
    };
  });
}

function checkVariants(
  variants: readonly Variant[],
  splits: readonly Split<Feedback>[],
  against: string | undefined,
): void {
  const names = variants.map(({ name }) => name);
  const repeated = names.find((name, place) => names.indexOf(name) < place);
  if (repeated !== undefined) {
    throw new RangeError(`two variants are called "${repeated}"; give each its own name`);
  }
  if (against !== undefined) oneOf(names, { against });
  const odd = variants.find((variant) => variant.splits && variant.splits.length !== splits.length);
  if (odd) {
    throw new RangeError(
      `variant "${odd.name}" has ${odd.splits?.length} splits and the others ${splits.length}; give it one for each test part`,
    );
  }
}

/** The metrics of one fit. */
interface Fold extends Record<"rmse" | "coverage" | "precision" | "ndcg", number> {
  readonly userIds: readonly Id[];
  readonly ndcgs: Float64Array;
}

function measureFold(
  model: Model,
  { train, test, given }: Split<Feedback>,
  { count, signal }: { count: number; signal: AbortSignal | undefined },
): Fold {
  const fitted = model.fit(train, { signal });
  const { rmse, coverage } = fitted.inStars
    ? evaluateRatings(fitted, test as Ratings, { given: given as Ratings })
    : { rmse: Number.NaN, coverage: Number.NaN };
  const [precision, ndcg] = [`precision@${count}`, `ndcg@${count}`];
  const lists = evaluateRanking(fitted, test, { given, signal, metrics: [precision, ndcg] });
  return {
    rmse,
    coverage,
    precision: lists.metrics[precision],
    ndcg: lists.metrics[ndcg],
    userIds: lists.userIds,
    ndcgs: lists.perUser[ndcg] ?? new Float64Array(),
  };
}

/** Each user's mean over the folds with relevant items of the user, by first appearance. */
function ndcgOfUsers(folds: readonly Fold[]): Float64Array {
  const ofUsers = new Map<Id, number[]>();
  for (const { userIds, ndcgs } of folds) {
    for (const [place, userId] of userIds.entries()) {
      const known = ofUsers.get(userId);
      if (known) known.push(ndcgs[place]);
      else ofUsers.set(userId, [ndcgs[place]]);
    }
  }
  return Float64Array.from(ofUsers.values(), (values) => mean(Float64Array.from(values)));
}
