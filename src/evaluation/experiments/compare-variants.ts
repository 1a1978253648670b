import { mean } from "../../math/statistics.js";
import type { Model } from "../../models/contract/model.js";
import type { Id } from "../../ratings/id-index.js";
import { oneOf, wholeAtLeast } from "../../settings/checks.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import type { Split } from "../splits/split.js";
import { evaluateRanking } from "./evaluate-ranking.js";
import { evaluateRatings } from "./evaluate-ratings.js";
import { pairedBootstrap } from "./paired-bootstrap.js";

/** A model under a name that says what is new in it. */
export interface Variant {
  readonly name: string;
  readonly model: Model;
  /** Where it learns from other ratings than the others do: splits with the same test parts. @default those of all */
  readonly splits?: readonly Split[];
}

/** Settings of {@link compareVariants}. */
export interface CompareVariantsOptions extends TaskOptions {
  /** How long the measured lists are, from 1. @default 10 */
  readonly count?: number;
  /** The name of the variant that all are compared with. @default the first one's */
  readonly against?: string;
}

/** How well a variant does: the means over the splits. */
export interface VariantRow {
  readonly variant: string;
  /** In stars, what the model cannot say counted as `evaluateRatings` does; NaN for a model that only ranks. */
  readonly rmse: number;
  /** The share of the test ratings that the model itself can say, 0 to 1; NaN for a model that only ranks. */
  readonly coverage: number;
  readonly precision: number;
  readonly ndcg: number;
  /** Its NDCG less that of the variant it is compared with. */
  readonly difference: number;
  /** Between these bounds the difference lies, with 95 % confidence. */
  readonly low: number;
  readonly high: number;
}

/**
 * Measures variants of one idea on the same test ratings, in the order given: errors where a model gives stars, the
 * quality of its top lists in any case, and what is sure of the difference to one of them. For the interval each user
 * counts once, with the mean over the splits ({@link pairedBootstrap}). Reports progress after each fit.
 *
 * @throws RangeError for two variants of one name, an unknown `against`, splits that are not as many as the others'.
 * @example
 * const variants = [
 *   { name: "votes", model: new Popularity() },
 *   { name: "mean", model: new MeanRating() },
 * ];
 * compareVariants(variants, kFolds(ratings, { folds: 2 }))[1].difference < 0; // true
 */
export function compareVariants(
  variants: readonly Variant[],
  splits: readonly Split[],
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
  splits: readonly Split[],
  against: string | undefined,
): void {
  const names = variants.map(({ name }) => name);
  const again = names.find((name, place) => names.indexOf(name) < place);
  if (again !== undefined) throw new RangeError(`two variants are called "${again}"; give each its own name`);
  if (against !== undefined) oneOf(names, { against });
  const odd = variants.find((variant) => variant.splits && variant.splits.length !== splits.length);
  if (odd) {
    throw new RangeError(
      `variant "${odd.name}" has ${odd.splits?.length} splits and the others ${splits.length}; give it one for each test part`,
    );
  }
}

/** What one fit gives. */
interface Fold extends Record<"rmse" | "coverage" | "precision" | "ndcg", number> {
  readonly userIds: readonly Id[];
  readonly ndcgs: Float64Array;
}

function measureFold(
  model: Model,
  { train, test, given }: Split,
  { count, signal }: { count: number; signal: AbortSignal | undefined },
): Fold {
  const fitted = model.fit(train, { signal });
  const { rmse, coverage } = fitted.inStars
    ? evaluateRatings(fitted, test, { given })
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

/** Each user's mean over the folds in which the user has something to be found, in the order of first appearance. */
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
