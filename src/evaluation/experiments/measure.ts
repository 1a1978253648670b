import type { Model } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { fractionOfConcordantPairs } from "../metrics/concordant-pairs.js";
import { isRatingMetric, parseMetric, type RatingMetricKind } from "../metrics/metric.js";
import { absoluteErrors, percentageErrors, squaredErrors } from "../metrics/rating-errors.js";
import type { Split } from "../splits/split.js";
import { type EvaluateRankingOptions, evaluateRanking } from "./evaluate-ranking.js";
import { type EvaluateRatingsOptions, evaluateRatings } from "./evaluate-ratings.js";

/** Options of {@link measure}: those of {@link evaluateRatings} and {@link evaluateRanking}. */
export interface MeasureOptions<Name extends string = string>
  extends Omit<EvaluateRatingsOptions, "given">,
    Omit<EvaluateRankingOptions<Name>, "given"> {
  /**
   * Names of metrics of ratings and of rankings. @default ["rmse", "mae"] if scores are stars, else
   * ["ndcg@10", "recall@10"]
   */
  readonly metrics?: readonly Name[];
}

/** The metrics that are measured by default: the first two of stars, or the last two of lists. */
export type DefaultMetric = "rmse" | "mae" | "ndcg@10" | "recall@10";

const OF_STARS = ["rmse", "mae"];
/** The default for models of which one only ranks. */
export const OF_LISTS: readonly DefaultMetric[] = ["ndcg@10", "recall@10"];

/** Each metric by its name, and the seconds. */
export type Measures<Name extends string = DefaultMetric> = Readonly<Record<Name, number>> & {
  /**
   * The share of the test ratings that `predict` alone can predict; only with a metric of ratings.
   */
  readonly coverage?: number;
  readonly fitSeconds: number;
  readonly testSeconds: number;
};

/** The measures of a model, and the values whose means they are. */
export interface Measured<Name extends string> {
  readonly measures: Measures<Name>;
  /**
   * By the metric's name: for a ranking metric the value of each test user; for "rmse", "mae" and
   * "mape" the squared, absolute and percentage error of each test row.
   */
  readonly values: Readonly<Record<string, Float64Array | undefined>>;
}

/** The values of test rows, for metrics that are means of them. */
const ERRORS: Readonly<Partial<Record<RatingMetricKind, typeof squaredErrors>>> = {
  rmse: squaredErrors,
  mae: absoluteErrors,
  mape: percentageErrors,
};

/**
 * Fits a model to the train part and measures it on the test part. `signal` is honoured;
 * `onProgress` is ignored.
 */
export function measure<Name extends string = DefaultMetric>(
  model: Model,
  { train, test, given }: Split<Feedback>,
  { metrics, onProgress: _, ...options }: MeasureOptions<Name>,
): Measured<Name> {
  const named = metrics?.map(parseMetric);
  const start = performance.now();
  const fitted = model.fit(train, { signal: options.signal });
  const fitEnd = performance.now();
  const asked = named ?? (fitted.inStars ? OF_STARS : OF_LISTS).map(parseMetric);
  const ofRatings = asked.filter(isRatingMetric);
  const ofRankings = asked.filter((metric) => !isRatingMetric(metric)).map(({ name }) => name);
  const rated =
    ofRatings.length > 0 && evaluateRatings(fitted, test as Ratings, { ...options, given: given as Ratings });
  const ranked =
    ofRankings.length > 0 && evaluateRanking(fitted, test, { ...options, given, metrics: ofRankings });
  const end = performance.now();

  const measures: Record<string, number> = {};
  const values: Record<string, Float64Array | undefined> = ranked ? { ...ranked.perUser } : {};
  for (const metric of asked) {
    if (ranked && !isRatingMetric(metric)) measures[metric.name] = ranked.metrics[metric.name];
    if (rated && isRatingMetric(metric)) {
      const { kind, name } = metric;
      measures[name] =
        kind === "fcp"
          ? fractionOfConcordantPairs(test, rated.predictions)
          : rated[kind === "explained-variance" ? "explainedVariance" : kind];
      const errors = ERRORS[kind];
      if (errors) values[name] = errors(test.values, rated.predictions);
    }
  }
  if (rated) measures.coverage = rated.coverage;
  measures.fitSeconds = (fitEnd - start) / 1000;
  measures.testSeconds = (end - fitEnd) / 1000;
  return { measures: measures as Measures<Name>, values };
}

/** The mean of each measure over several splits. */
export function meanMeasures<Name extends string>(all: readonly Measures<Name>[]): Measures<Name> {
  if (all.length === 0) throw new RangeError("there is no split to measure on");
  const names = Object.keys(all[0]) as (keyof Measures<Name>)[];
  const mean = (name: keyof Measures<Name>) =>
    all.reduce((sum, each) => sum + (each[name] as number), 0) / all.length;
  return Object.fromEntries(names.map((name) => [name, mean(name)])) as Measures<Name>;
}
