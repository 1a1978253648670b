const OF_RATINGS = ["rmse", "mae", "mape"] as const;
const OF_LISTS = [
  ...(["precision", "recall", "ndcg", "ndcg-full", "map", "mrr", "hit-rate"] as const),
  ...(["coverage", "gini", "novelty", "diversity"] as const),
];

export type RatingMetricKind = (typeof OF_RATINGS)[number];
export type ListMetricKind = (typeof OF_LISTS)[number];

/** What is measured of predictions in stars. */
export interface RatingMetric {
  readonly name: string;
  readonly kind: RatingMetricKind;
}

/** What is measured of rankings: of the first `count` places, or of the whole ranking ("auc", where `count` is 0). */
export interface RankingMetric {
  readonly name: string;
  readonly kind: ListMetricKind | "auc";
  readonly count: number;
}

export type Metric = RatingMetric | RankingMetric;

/**
 * Reads the name of a metric, such as "rmse" or "ndcg@10".
 *
 * @throws RangeError that lists the known ones, or says that the place is missing at which the list is cut.
 * @example
 * parseMetric("ndcg@10"); // { name: "ndcg@10", kind: "ndcg", count: 10 }
 */
export function parseMetric(name: string): Metric {
  const [, kind, cut] = /^([a-z-]+)(?:@([1-9]\d*))?$/.exec(name) ?? [];
  const isCut = cut !== undefined;
  if (isOneOf(OF_RATINGS, kind) && !isCut) return { name, kind };
  if (kind === "auc" && !isCut) return { name, kind, count: 0 };
  if (isOneOf(OF_LISTS, kind) && isCut) return { name, kind, count: Number(cut) };
  if (isOneOf(OF_LISTS, kind)) {
    throw new RangeError(
      `metric "${name}" does not say where the list is cut; for ten places write "${name}@10"`,
    );
  }
  const known = [...OF_RATINGS, "auc", ...OF_LISTS.map((each) => `${each}@10`)].join(", ");
  throw new RangeError(`metric "${name}" is unknown; known are ${known}, with any whole number for the 10`);
}

export function isRatingMetric(metric: Metric): metric is RatingMetric {
  return isOneOf(OF_RATINGS, metric.kind);
}

/** Whether less is better: errors, and the inequality of what is shown. */
export function isLowerBetter({ kind }: Metric): boolean {
  return isOneOf([...OF_RATINGS, "gini"], kind);
}

function isOneOf<T extends string>(all: readonly T[], one: string | undefined): one is T {
  return all.some((each) => each === one);
}
