import { mean } from "../../math/statistics.js";
import type { FittedModel } from "../../models/contract/model.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Id } from "../../ratings/id-index.js";
import type { TaskOptions } from "../../task/report-progress.js";
import { catalogueCoverage, giniCoefficient } from "../metrics/catalogue-metrics.js";
import { itemExposure } from "../metrics/item-exposure.js";
import { listDiversity } from "../metrics/list-diversity.js";
import {
  averagePrecisionAt,
  f1At,
  type Hits,
  hitRateAt,
  logRankBiasedPrecisionAt,
  ndcgAt,
  ndcgFullAt,
  precisionAt,
  rankBiasedPrecisionAt,
  recallAt,
  reciprocalRankAt,
  rPrecisionAt,
} from "../metrics/list-metrics.js";
import { listSerendipity } from "../metrics/list-serendipity.js";
import { isRatingMetric, parseMetric, type RankingMetric } from "../metrics/metric.js";
import { selfInformation } from "../metrics/self-information.js";
import { candidateMask, type RankedList, type RankingTask, rankLists } from "./rank-lists.js";

/** Options of {@link evaluateRanking}. */
export interface EvaluateRankingOptions<Name extends string = string> extends RankingTask, TaskOptions {
  /**
   * Names of metrics: see {@link evaluateRanking}.
   * @default ["precision@10", "recall@10", "ndcg@10"]
   */
  readonly metrics?: readonly Name[];
  /** The similarity of two items, for "diversity@10" and "serendipity@10". @default none */
  readonly similarity?: ((first: Id, second: Id) => number) | undefined;
  /**
   * The probability that an interest in an item is known, up to a factor, for "ips-recall@10" and
   * "ips-rbp@10"; such as `popularityPropensity(train, { gamma: 1.5 })`.
   * @default none
   */
  readonly propensity?: ((itemId: Id) => number) | undefined;
}

/** The quality of top lists. */
export interface RankingEvaluation<Name extends string = string> {
  /** Each metric by its name: the mean over {@link userIds}, or of all lists together. */
  readonly metrics: Readonly<Record<Name, number>>;
  /** The test users who have relevant items, in the order of the test ratings. */
  readonly userIds: readonly Id[];
  /** By the metric's name the value of each of these users; none for metrics of all lists. */
  readonly perUser: Readonly<Partial<Record<Name, Float64Array>>>;
  /** How many test users were left out for having no relevant item. */
  readonly withoutRelevant: number;
  /** How many of {@link userIds} are not in train: they were folded in as new users. */
  readonly unknownUsers: number;
}

type DefaultMetric = "precision@10" | "recall@10" | "ndcg@10";

/**
 * Makes a top list for each test user, of items that the user has not rated in train, and measures
 * it:
 *
 * - "precision@10", "recall@10", "ndcg@10", "ndcg-full@10", "map@10", "mrr@10", "hit-rate@10",
 *   "f1@10", "r-precision@10", "rbp@10", "log-rbp@10": the relevant items in it,
 * - "ips-recall@10", "ips-rbp@10": each relevant item counts 1 / its `propensity`, and the sum is
 *   divided by that of all relevant items (self-normalized inverse propensity scoring),
 * - "auc": whether relevant items rank above others in the whole ranking,
 * - "novelty@10" (in bits), "diversity@10" and "serendipity@10" (by `similarity`): the kind of
 *   items in it,
 * - "coverage@10", "gini@10" and "exposure-gini@10", where upper places count more: how all lists
 *   together cover the catalogue, which is the candidates, or all items that the model knows.
 *
 * Relevant items that the model does not know, cannot score or may not list are misses. A user for
 * whom a metric is not defined, such as the novelty of an empty list, has NaN and does not count in
 * the mean. O(test users × items), and the cost of the model's scores.
 *
 * @throws RangeError for a metric that is unknown or one of ratings, for "diversity" or
 * "serendipity" without a similarity, and for "ips" without a propensity or with one that is not
 * above 0.
 * @example
 * const { train, test } = leaveOut(ratings);
 * const fitted = new Popularity().fit(train);
 * const { metrics } = evaluateRanking(fitted, test, { metrics: ["hit-rate@10"] });
 * metrics["hit-rate@10"] < 0.1; // true
 */
export function evaluateRanking<Name extends string = DefaultMetric>(
  fitted: FittedModel,
  test: Feedback,
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
    if (kind === "exposure-gini") {
      values[name] = giniCoefficient(exposures(lists, count, catalogue(fitted, options)));
    } else if (kind === "coverage" || kind === "gini") {
      const counts = listCounts(lists, count, catalogue(fitted, options));
      values[name] = kind === "gini" ? giniCoefficient(counts) : catalogueCoverage(counts);
    } else {
      const ofUsers = Float64Array.from(lists, (list) => measures[kind](list, count));
      const known = ofUsers.filter((value) => !Number.isNaN(value));
      values[name] = kind === "log-rbp" ? logMeanExp(known) : mean(known);
      // No mean of users: differences of −Infinity are none.
      if (kind !== "log-rbp") perUser[name] = ofUsers;
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

/** Metrics of lists by their names; a RangeError for one of ratings. */
export function rankingMetrics(names: readonly string[]): RankingMetric[] {
  return names.map((name) => {
    const metric = parseMetric(name);
    if (!isRatingMetric(metric)) return metric;
    throw new RangeError(`metric "${name}" is one of ratings; take one of lists, such as "ndcg@10"`);
  });
}

type UserMetricKind = Exclude<RankingMetric["kind"], "coverage" | "gini" | "exposure-gini">;

/** The metrics that have a value for each user. */
function userMetrics(
  { ratings, items }: FittedModel,
  { metrics = [], similarity, propensity }: EvaluateRankingOptions,
): Record<UserMetricKind, (list: RankedList, count: number) => number> {
  const kinds = rankingMetrics(metrics).map(({ kind }) => kind);
  const ofSimilarity = kinds.find((kind) => kind === "diversity" || kind === "serendipity");
  if (!similarity && ofSimilarity) {
    throw new RangeError(
      `${ofSimilarity} needs a similarity of two items; pass similarity: (first, second) => …`,
    );
  }
  if (!propensity && kinds.some((kind) => kind.startsWith("ips"))) {
    throw new RangeError(
      "ips needs the propensity of items; pass propensity: popularityPropensity(train, { gamma: 1.5 })",
    );
  }
  const information = selfInformation(ratings, items);
  const listed = ({ itemIndices }: RankedList, count: number) => itemIndices.subarray(0, count);
  const idsOf = (indices: Int32Array) => Array.from(indices, (item) => items.idOf(item));
  const weightOf = (itemId: Id) => 1 / checkedPropensity(propensity!(itemId), itemId);
  /** Hits that count their weight. */
  const weighted = ({ itemIndices, hits, relevantIds }: RankedList): Hits => ({
    hits: Array.from(itemIndices, (item, place) => hits[place] && weightOf(items.idOf(item))),
    relevantCount: relevantIds.reduce<number>((sum, itemId) => sum + weightOf(itemId), 0),
  });
  return {
    precision: precisionAt,
    recall: recallAt,
    ndcg: ndcgAt,
    "ndcg-full": ndcgFullAt,
    map: averagePrecisionAt,
    mrr: reciprocalRankAt,
    "hit-rate": hitRateAt,
    f1: f1At,
    "r-precision": rPrecisionAt,
    rbp: rankBiasedPrecisionAt,
    "log-rbp": logRankBiasedPrecisionAt,
    "ips-recall": (list, count) => recallAt(weighted(list), count),
    "ips-rbp": (list, count) => {
      const hits = weighted(list);
      return rankBiasedPrecisionAt(hits, count) / hits.relevantCount;
    },
    auc: ({ auc }) => auc,
    novelty: (list, count) => mean(Float64Array.from(listed(list, count), (item) => information[item])),
    diversity: (list, count) => listDiversity(idsOf(listed(list, count)), similarity!),
    serendipity: (list, count) =>
      listSerendipity(
        { items: idsOf(listed(list, count)), hits: list.hits, history: idsOf(list.seen) },
        similarity!,
      ),
  };
}

function checkedPropensity(propensity: number, itemId: Id): number {
  if (propensity > 0) return propensity;
  throw new RangeError(`propensity ${propensity} of item ${itemId} is not a number above 0`);
}

/** The logarithm of the mean of e^value, which need not be a number that is above 0. */
function logMeanExp(values: Float64Array): number {
  const most = values.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(most)) return values.length > 0 ? most : Number.NaN;
  return most + Math.log(mean(values.map((value) => Math.exp(value - most))));
}

/** The indices of the items that can be listed. */
function catalogue({ items }: FittedModel, { candidates }: RankingTask): Int32Array {
  const all = Int32Array.from(items.ids, (_, item) => item);
  if (!candidates || typeof candidates === "function") return all;
  const isCandidate = candidateMask(items, candidates);
  return all.filter((item) => isCandidate[item]);
}

/** How many lists contain each item of the catalogue. */
function listCounts(lists: readonly RankedList[], count: number, items: Int32Array): Float64Array {
  const counts = new Map<number, number>();
  for (const { itemIndices } of lists) {
    for (const item of itemIndices.subarray(0, count)) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return Float64Array.from(items, (item) => counts.get(item) ?? 0);
}

/** How much attention the lists give to each item of the catalogue. */
function exposures(lists: readonly RankedList[], count: number, items: Int32Array): Float64Array {
  const size = items.reduce((most, item) => Math.max(most, item + 1), 0);
  const tops = lists.map(({ itemIndices }) => itemIndices.subarray(0, count));
  const exposure = itemExposure(tops, size);
  return Float64Array.from(items, (item) => exposure[item]);
}
