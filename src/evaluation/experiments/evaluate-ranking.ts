import { mean } from "../../math/statistics.js";
import type { FittedModel } from "../../models/contract/model.js";
import type { Id } from "../../ratings/id-index.js";
import type { Ratings } from "../../ratings/ratings.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { catalogueCoverage, giniCoefficient } from "../metrics/catalogue-metrics.js";
import { listDiversity } from "../metrics/list-diversity.js";
import {
  averagePrecisionAt,
  hitRateAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
} from "../metrics/list-metrics.js";
import { isRatingMetric, parseMetric, type RankingMetric } from "../metrics/metric.js";
import { selfInformation } from "../metrics/self-information.js";
import { candidateMask, type RankedList, type RankingTask, rankLists } from "./rank-lists.js";

/** Settings of {@link evaluateRanking}. */
export interface EvaluateRankingOptions<Name extends string = string> extends RankingTask, TaskOptions {
  /** What to measure: see {@link evaluateRanking}. @default ["precision@10", "recall@10", "ndcg@10"] */
  readonly metrics?: readonly Name[];
  /** How alike two items are, for "diversity@10". @default none */
  readonly similarity?: ((first: Id, second: Id) => number) | undefined;
}

/** How well lists hold what users liked. */
export interface RankingEvaluation<Name extends string = string> {
  /** Each metric by its name: the mean over {@link userIds} where it is one of users. */
  readonly metrics: Readonly<Record<Name, number>>;
  /** The test users who have relevant items, in the order of the test ratings. */
  readonly userIds: readonly Id[];
  /** The value of each of these users, by the metric's name; "coverage" and "gini" are of all lists together. */
  readonly perUser: Readonly<Partial<Record<Name, Float64Array>>>;
  /** How many test users have no relevant item and were left out. */
  readonly withoutRelevant: number;
  /** How many of {@link userIds} the model was not fitted on: they were scored as new people. */
  readonly unknownUsers: number;
}

type DefaultMetric = "precision@10" | "recall@10" | "ndcg@10";

/**
 * Makes each test user's top list of what the user has not rated in train, and measures it:
 *
 * - "precision@10", "recall@10", "ndcg@10", "ndcg-full@10", "map@10", "mrr@10", "hit-rate@10": whether it holds what is relevant,
 * - "auc": whether relevant items stand above others in the whole ranking,
 * - "novelty@10" (in bits) and "diversity@10" (by `similarity`): what kind of items it holds,
 * - "coverage@10" and "gini@10": how all lists together use the catalogue, which is the candidates, or all that the model knows.
 *
 * Relevant items that the model does not know, cannot score or may not show are misses. A user for whom a metric is not
 * defined, such as the novelty of an empty list, has NaN and does not count in its mean. O(test users × items) and the
 * model's scores.
 *
 * @throws RangeError for a metric that is unknown or one of ratings, and for "diversity" without a similarity.
 * @example
 * const { train, test } = leaveOut(ratings);
 * const { metrics } = evaluateRanking(new Popularity().fit(train), test, { metrics: ["hit-rate@10"] });
 * metrics["hit-rate@10"] < 0.1; // true
 */
export function evaluateRanking<Name extends string = DefaultMetric>(
  fitted: FittedModel,
  test: Ratings,
  options: EvaluateRankingOptions<Name> = {},
): RankingEvaluation<Name> {
  const metrics = rankingMetrics(options.metrics ?? ["precision@10", "recall@10", "ndcg@10"]);
  const lists = rankLists(fitted, test, {
    ...options,
    count: Math.max(...metrics.map(({ count }) => count)),
    auc: metrics.some(({ kind }) => kind === "auc"),
  });
  const measures = userMetrics(fitted, options);
  const values: Record<string, number> = {};
  const perUser: Record<string, Float64Array> = {};
  for (const { name, kind, count } of metrics) {
    if (kind === "coverage" || kind === "gini") {
      const counts = shownCounts(lists, count, catalogue(fitted, options));
      values[name] = kind === "gini" ? giniCoefficient(counts) : catalogueCoverage(counts);
    } else {
      perUser[name] = Float64Array.from(lists, (list) => measures[kind](list, count));
      values[name] = mean(perUser[name].filter((value) => !Number.isNaN(value)));
    }
  }
  const userIds = lists.map(({ userId }) => userId);
  return {
    metrics: values as Record<Name, number>,
    userIds,
    perUser: perUser as Partial<Record<Name, Float64Array>>,
    withoutRelevant: test.users.size - userIds.length,
    unknownUsers: userIds.filter((userId) => !fitted.ratings.users.has(userId)).length,
  };
}

function rankingMetrics(names: readonly string[]): RankingMetric[] {
  return names.map((name) => {
    const metric = parseMetric(name);
    if (!isRatingMetric(metric)) return metric;
    throw new RangeError(`metric "${name}" is one of ratings; evaluateRatings measures it`);
  });
}

type UserMetricKind = Exclude<RankingMetric["kind"], "coverage" | "gini">;

/** The metrics that each user has a value of. */
function userMetrics(
  { ratings, items }: FittedModel,
  { metrics = [], similarity }: EvaluateRankingOptions,
): Record<UserMetricKind, (list: RankedList, count: number) => number> {
  if (!similarity && metrics.some((name) => name.startsWith("diversity"))) {
    throw new RangeError(
      "diversity needs to know how alike two items are: pass similarity: (first, second) => …",
    );
  }
  const information = selfInformation(ratings, items);
  const shown = ({ itemIndices }: RankedList, count: number) => itemIndices.subarray(0, count);
  return {
    precision: precisionAt,
    recall: recallAt,
    ndcg: ndcgAt,
    "ndcg-full": ndcgFullAt,
    map: averagePrecisionAt,
    mrr: reciprocalRankAt,
    "hit-rate": hitRateAt,
    auc: ({ auc }) => auc,
    novelty: (list, count) => mean(Float64Array.from(shown(list, count), (item) => information[item])),
    diversity: (list, count) =>
      listDiversity(
        Array.from(shown(list, count), (item) => items.idOf(item)),
        similarity!,
      ),
  };
}

/** The items, by index, that could have been shown. */
function catalogue({ items }: FittedModel, { candidates }: RankingTask): Int32Array {
  const all = Int32Array.from(items.ids, (_, item) => item);
  if (!candidates || typeof candidates === "function") return all;
  const isCandidate = candidateMask(items, candidates);
  return all.filter((item) => isCandidate[item]);
}

/** In how many lists each item of the catalogue stands. */
function shownCounts(lists: readonly RankedList[], count: number, items: Int32Array): Float64Array {
  const shown = new Map<number, number>();
  for (const { itemIndices } of lists) {
    for (const item of itemIndices.subarray(0, count)) shown.set(item, (shown.get(item) ?? 0) + 1);
  }
  return Float64Array.from(items, (item) => shown.get(item) ?? 0);
}
