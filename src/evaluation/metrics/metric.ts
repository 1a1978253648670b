import { quoted } from "../../settings/setting.js";

const ERRORS = ["rmse", "mae", "mape"] as const;
const OF_RATINGS = [...ERRORS, "fcp", "r2", "explained-variance"] as const;
const OF_LISTS = [
  ...(["precision", "recall", "ndcg", "ndcg-full", "map", "mrr", "hit-rate", "f1", "r-precision"] as const),
  ...(["rbp", "log-rbp", "ips-recall", "ips-rbp"] as const),
  ...(["coverage", "gini", "exposure-gini", "novelty", "diversity", "serendipity"] as const),
];

export type RatingMetricKind = (typeof OF_RATINGS)[number];
export type ListMetricKind = (typeof OF_LISTS)[number];

/** A metric of predictions in stars. */
export interface RatingMetric {
  readonly name: string;
  readonly kind: RatingMetricKind;
}

/** A metric of the first `count` places of a ranking, or of all places ("auc", with `count` 0). */
export interface RankingMetric {
  readonly name: string;
  readonly kind: ListMetricKind | "auc";
  readonly count: number;
}

export type Metric = RatingMetric | RankingMetric;

/**
 * Reads the name of a metric, such as "rmse" or "ndcg@10".
 *
 * @throws RangeError for an unknown metric, or one without the length at which the list is cut.
 * @example
 * parseMetric("ndcg@10"); // { name: "ndcg@10", kind: "ndcg", count: 10 }
 */
export function parseMetric(name: string): Metric {
  const [, kind, cut] = /^([a-z][a-z0-9-]*)(?:@([1-9]\d*))?$/.exec(name) ?? [];
  const isCut = cut !== undefined;
  if (isOneOf(OF_RATINGS, kind) && !isCut) return { name, kind };
  if (kind === "auc" && !isCut) return { name, kind, count: 0 };
  if (isOneOf(OF_LISTS, kind) && isCut) return { name, kind, count: Number(cut) };
  if (isOneOf(OF_LISTS, kind)) {
    throw new RangeError(`metric "${name}" lacks the length of the list; for ten places write "${name}@10"`);
  }
  const known = [...OF_RATINGS, "auc", ...OF_LISTS.map((each) => `${each}@10`)].join(", ");
  throw new RangeError(
    `metric ${quoted(name)} is unknown; known are ${known}, with any whole number in place of 10`,
  );
}

export function isRatingMetric(metric: Metric): metric is RatingMetric {
  return isOneOf(OF_RATINGS, metric.kind);
}

/** Whether less is better: errors, and the Gini coefficients. */
export function isLowerBetter({ kind }: Metric): boolean {
  return isOneOf([...ERRORS, "gini", "exposure-gini"], kind);
}

function isOneOf<T extends string>(all: readonly T[], one: string | undefined): one is T {
  return all.some((each) => each === one);
}
