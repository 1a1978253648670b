import { collectAll, collectHighest } from "../kernels/similarity/similarity-collector.js";
import { ListRanker } from "../models/contract/list-ranker.js";
import { listOfIds, listRules } from "../models/contract/list-rules.js";
import type { SimilarItem, SimilarOptions } from "../models/contract/model.js";
import type {
  RecommendAllOptions,
  Recommendation,
  RecommendOptions,
} from "../models/contract/recommend-options.js";
import { RecommendedLists, recommendations } from "../models/contract/recommended-lists.js";
import { storedPerRow } from "../models/contract/stored-per-row.js";
import { emptyLists } from "../models/contract/user-lists.js";
import type { Centering } from "../models/neighbors/centering.js";
import { commonAndDistance, comparisonCenter, sampleCorrectionOf } from "../models/neighbors/comparison.js";
import { ItemKnn, type ItemKnnSettings } from "../models/neighbors/item-knn.js";
import { checkColumnPower, checkedKnnSettings, kernelOf } from "../models/neighbors/knn-settings.js";
import { Neighborhood } from "../models/neighbors/neighborhood.js";
import type { Id } from "../ratings/id-index.js";
import { wholeAtLeast } from "../settings/checks.js";
import type { CsrMatrix } from "../sparse/csr-matrix.js";
import { reportProgress, type TaskOptions } from "../task/report-progress.js";
import { type BlockCost, blockSimilarities } from "./block-similarities.js";
import type { DuckdbRatings } from "./duckdb-ratings.js";
import { type EntryStatistics, entryStatistics, storedCentering } from "./stored-centering.js";
import type { StoredEntries } from "./stored-entries.js";

/** Users between two reports of progress. */
const USERS_PER_REPORT = 1024;

/** Options of {@link DuckdbItemKnn.fit}. */
export interface DuckdbFitOptions extends TaskOptions {
  /**
   * The most memory for the sums of a block of items, in bytes. Each block reads the ratings once.
   * @default 256 MiB
   */
  readonly blockBytes?: number | undefined;
}

/**
 * `ItemKnn` for ratings in DuckDB: its settings and its numbers, without `similarity: "spearman"`
 * and `weighting`. Similarities (12 bytes for each of `keep` per item) and a few numbers per user
 * and item are in memory; ratings stay in DuckDB. Fits in O(Σ over users of their ratings²) time.
 */
export class DuckdbItemKnn {
  static readonly kind = "DuckdbItemKnn";
  readonly name = DuckdbItemKnn.kind;
  readonly settings: ItemKnnSettings;

  /** @throws RangeError for a setting that `ItemKnn` or this model does not take */
  constructor(settings: Partial<ItemKnnSettings> = {}) {
    this.settings = checkedKnnSettings(ItemKnn.settings.check(this.name, settings));
    checkColumnPower({ activityPower: this.settings.activityPower }, this.settings);
    const { similarity, weighting } = this.settings;
    const cure = "or fit ItemKnn to await store.toRatings()";
    if (similarity === "spearman") {
      throw new RangeError(`similarity: "spearman" is not computed in blocks; take "pearson", ${cure}`);
    }
    if (weighting !== "none") {
      throw new RangeError(`weighting: "${weighting}" is not computed in blocks; take "none", ${cure}`);
    }
  }

  /** @throws RangeError without ratings, and if `relevantFrom` leaves none */
  async fit(store: DuckdbRatings, options: DuckdbFitOptions = {}): Promise<FittedDuckdbItemKnn> {
    const { blockBytes = 2 ** 28, ...task } = options;
    wholeAtLeast(8, { blockBytes });
    if (store.count === 0) throw new RangeError("there are no ratings to fit to");
    const { similarity, minCommon, shrinkage, activityPower, relevantFrom, center } = this.settings;
    const all = await store.entries();
    const entries = all.from(relevantFrom);
    const statistics = await entryStatistics(entries);
    if (statistics.count === 0) {
      throw new RangeError(`relevantFrom: ${relevantFrom} leaves none of ${store.count} ratings; take less`);
    }
    const comparison = await storedCentering(entries, statistics, comparisonCenter(similarity, "items"));
    const rowCount = entries.items.size;
    const keep = storedPerRow(this.settings, rowCount);
    const collector = keep < rowCount ? collectHighest(rowCount, keep) : collectAll(rowCount);
    const name = kernelOf(similarity);
    const sampleCorrection = sampleCorrectionOf(similarity);
    const cost = await blockSimilarities(
      entries,
      {
        measure: { name, minCommon, shrinkage, sampleCorrection },
        values: { ...comparison, columnScales: columnScales(statistics, activityPower / 2) },
        lengths: statistics.itemCounts,
        blockBytes,
        ...task,
      },
      collector,
    );
    const centering = await storedCentering(entries, statistics, center);
    return new FittedDuckdbItemKnn(this.settings, {
      all,
      entries,
      similarities: collector.rows(),
      centering,
      cost,
    });
  }
}

/** What a fitted model keeps. */
interface FittedParts {
  /** All ratings, which count as seen. */
  readonly all: StoredEntries;
  /** The ratings that scores are made from. */
  readonly entries: StoredEntries;
  readonly similarities: CsrMatrix;
  readonly centering: Centering;
  readonly cost: BlockCost;
}

/** A fitted {@link DuckdbItemKnn}; it reads ratings from its store, which must stay open. */
export class FittedDuckdbItemKnn {
  readonly name = DuckdbItemKnn.kind;
  readonly settings: Readonly<ItemKnnSettings>;
  /** What the fit has read from DuckDB. */
  readonly cost: BlockCost;
  readonly #all: StoredEntries;
  readonly #entries: StoredEntries;
  readonly #neighborhood: Neighborhood;

  constructor(
    settings: Readonly<ItemKnnSettings>,
    { all, entries, similarities, centering, cost }: FittedParts,
  ) {
    this.settings = settings;
    this.cost = Object.freeze(cost);
    this.#all = all;
    this.#entries = entries;
    this.#neighborhood = new Neighborhood(similarities, centering, settings);
    Object.freeze(this);
  }

  /** The similarities of each item with others, by index. */
  get similarities(): CsrMatrix {
    return this.#neighborhood.similarities;
  }

  /**
   * The items most similar to an item, as `ItemKnn` gives them. O(ratings), to count common users.
   *
   * @throws RangeError for an unknown item
   */
  async similarItems(itemId: Id, { count = 10 }: SimilarOptions = {}): Promise<SimilarItem[]> {
    const { items } = this.#all;
    const item = items.known(itemId, "item", `the ${items.size} rated items`);
    const nearest = this.#neighborhood.mostSimilar(item, wholeAtLeast(0, { count }));
    const pairs = await this.#entries.common(
      item,
      Int32Array.from(nearest, ({ row }) => row),
    );
    return nearest.map(({ row, similarity }) => {
      const { common = 0, squares = 0 } = pairs.get(row) ?? {};
      const pair = commonAndDistance(this.settings.similarity, common, squares);
      return { itemId: items.idOf(row), similarity, ...pair };
    });
  }

  /** The score of a user and an item; NaN if undefined or an id is unknown. */
  async predict(userId: Id, itemId: Id): Promise<number> {
    const [user, item] = [this.#all.users.indexOf(userId), this.#all.items.indexOf(itemId)];
    if (user < 0 || item < 0) return Number.NaN;
    return this.#neighborhood.score(item, this.#candidates(user, await this.#entries.ofUser(user)));
  }

  /**
   * The list of a user, as `ItemKnn` gives it.
   *
   * @throws RangeError for an unknown user, and for options that `recommend` refuses
   */
  async recommend(userId: Id, options: RecommendOptions = {}): Promise<Recommendation[]> {
    const lists = await this.recommendAll({ ...options, users: [userId] });
    return recommendations(lists.items, lists, 0);
  }

  /**
   * The lists of many users or of all, as `ItemKnn` gives them, in typed arrays. Ratings are read
   * user by user, all of them in one pass. O(users × items).
   *
   * @throws RangeError for an unknown user, as rejections of the promise
   */
  async recommendAll(options: RecommendAllOptions = {}): Promise<RecommendedLists> {
    const { users: chosen, onProgress, signal, ...list } = options;
    const { users: known, items } = this.#all;
    const users = chosen === undefined ? known : known.of(listOfIds({ users: chosen }));
    const indices = users.ids.map((id) => known.known(id, "user", `the ${known.size} users with ratings`));
    const rules = listRules(items, list);
    const into = emptyLists(users.size, rules.count);
    const ranker = new ListRanker(rules, items.size);
    const scores = new Float64Array(items.size);
    const { relevantFrom = Number.NEGATIVE_INFINITY } = this.settings;
    let done = 0;
    const write = (place: number, user: number, rated: { items: Int32Array; values: Float64Array }) => {
      if (done % USERS_PER_REPORT === 0) reportProgress({ onProgress, signal }, { done, total: users.size });
      done++;
      const isInterest = (_: number, k: number) => rated.values[k] >= relevantFrom;
      const interests = { items: rated.items.filter(isInterest), values: rated.values.filter(isInterest) };
      this.#neighborhood.scoreRows(this.#candidates(user, interests), scores);
      const best = ranker.rank(scores, rated.items);
      for (let k = 0; k < best.length; k++) {
        into.itemIndices[place * into.count + k] = best[k];
        into.scores[place * into.count + k] = scores[best[k]];
      }
    };
    if (chosen === undefined) {
      for await (const rated of this.#all.byUser()) write(rated.user, rated.user, rated);
    } else {
      for (const [place, user] of indices.entries()) write(place, user, await this.#all.ofUser(user));
    }
    reportProgress({ onProgress, signal }, { done: users.size, total: users.size });
    return new RecommendedLists(users, items, into);
  }

  #candidates(user: number, { items, values }: { items: Int32Array; values: Float64Array }) {
    return { rows: items, values, columnOffset: this.#neighborhood.centering.columnOffsets[user] };
  }
}

/** (number of the user's ratings / mean of all users) ** −power; undefined if all are 1. */
function columnScales({ userCounts, count }: EntryStatistics, power: number): Float64Array | undefined {
  if (power === 0) return undefined;
  const mean = count / userCounts.length;
  return Float64Array.from(userCounts, (length) => (Math.max(1, length) / mean) ** -power);
}
