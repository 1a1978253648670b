import { type Clusters, clusterShifts, moveToClusters } from "../../kernels/groups/co-clusters.js";
import { random } from "../../math/random.js";
import { mean } from "../../math/statistics.js";
import type { Feedback } from "../../ratings/feedback.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { oneRow } from "../../sparse/one-row.js";
import { rowMeans } from "../../sparse/row-means.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
import { checkRatings } from "../contract/check-ratings.js";
import {
  type Explanation,
  FittedModel,
  type History,
  type Model,
  type ModelKind,
  type SavedModel,
} from "../contract/model.js";
import { invalidModelError } from "../contract/saved-model.js";

/** Settings of {@link CoClustering}. */
export interface CoClusteringSettings extends SettingsOf<typeof CoClustering.settings> {}

/**
 * Clusters users and items at the same time:
 *
 *     score = mean of both clusters
 *             + (the user's mean − mean of the user's cluster)
 *             + (the item's mean − mean of the item's cluster)
 *
 * Starts from random clusters; then, as in k-means, each user and each item moves to the cluster
 * with the least squared error, until none moves. The defaults are those of Surprise's
 * CoClustering. With `generator: "numpy"` the result is the same as well, if all ratings are whole
 * numbers: Surprise truncates others. Fits in O(iterations × (ratings + (users + items) ×
 * userClusters × itemClusters)). George and Merugu, A scalable collaborative filtering framework
 * based on co-clustering, ICDM 2005.
 *
 * @example
 * new CoClustering({ userClusters: 5, seed: 1 }).fit(ratings).predict(1, 50);
 */
export class CoClustering implements Model<FittedCoClustering> {
  static readonly kind = "CoClustering";
  static readonly settings = defineSettings(
    {
      /** Clusters of users at most. */
      userClusters: integer({ min: 1, default: 3 }),
      /** Clusters of items at most. */
      itemClusters: integer({ min: 1, default: 3 }),
      /** Passes over all users and items at most; stops when no assignment changes. */
      iterations: integer({ min: 1, default: 20 }),
    },
    randomFields,
  );
  readonly name = CoClustering.kind;
  readonly settings: CoClusteringSettings;

  constructor(settings: Partial<CoClusteringSettings> = {}) {
    this.settings = CoClustering.settings.check(this.name, settings);
  }

  fit(ratings: Ratings, task: TaskOptions = {}): FittedCoClustering {
    checkRatings(this.name, ratings);
    const { iterations } = this.settings;
    const draws = random(this.settings);
    const drawn = (length: number, count: number) => new Int32Array(length).map(() => draws.below(count));
    const clusters = {
      ofUsers: drawn(ratings.users.size, this.settings.userClusters),
      ofItems: drawn(ratings.items.size, this.settings.itemClusters),
    };
    const { users, items } = clustersOf(clusters, this.settings);
    const { byUser, byItem } = ratings;
    const [userMeans, itemMeans] = [rowMeans(byUser), rowMeans(byItem)];
    const means = { rowMeans: userMeans, columnMeans: itemMeans };
    const transposedMeans = { rowMeans: itemMeans, columnMeans: userMeans };
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      const values = shiftsOf(ratings, clusters, this.settings);
      const shifts = { values, rowStep: items.count, columnStep: 1 };
      const transposedShifts = { values, rowStep: 1, columnStep: items.count };
      const movedUsers = moveToClusters(byUser, means, shifts, users, items);
      const movedItems = moveToClusters(byItem, transposedMeans, transposedShifts, items, users);
      if (movedUsers + movedItems === 0) break;
    }
    reportProgress(task, { done: iterations, total: iterations });
    return new FittedCoClustering(ratings, this.settings, clusters);
  }

  static restore(saved: SavedModel): FittedCoClustering {
    const { settings } = new CoClustering(saved.settings);
    const { users, items } = saved.ratings;
    return new FittedCoClustering(saved.ratings, settings, {
      ofUsers: savedClusters(saved, "ofUsers", users.size, settings.userClusters),
      ofItems: savedClusters(saved, "ofItems", items.size, settings.itemClusters),
    });
  }
}

/** The cluster of each user and each item, by index. */
export interface CoClusters {
  readonly ofUsers: Int32Array;
  readonly ofItems: Int32Array;
}

/** A fitted {@link CoClustering}. */
export class FittedCoClustering extends FittedModel {
  readonly name = CoClustering.kind;
  readonly inStars = true;
  declare readonly settings: Readonly<CoClusteringSettings>;
  readonly clusters: CoClusters;
  readonly #userMeans: Float64Array;
  readonly #itemMeans: Float64Array;
  /** User clusters × item clusters: added to the means of user and item. */
  readonly #shifts: Float64Array;

  constructor(ratings: Feedback, settings: Readonly<CoClusteringSettings>, clusters: CoClusters) {
    super(ratings);
    this.settings = settings;
    this.clusters = Object.freeze(clusters);
    this.#userMeans = rowMeans(ratings.byUser);
    this.#itemMeans = rowMeans(ratings.byItem);
    this.#shifts = shiftsOf(ratings, clusters, settings);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return CoClustering;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#scoreAll(this.#userMeans[userIndex], this.clusters.ofUsers[userIndex], into);
  }

  /**
   * A new user joins the cluster with the least squared error; without ratings, scores are items'
   * means.
   */
  scoreItemsFor(history: History, into: Float64Array): void {
    if (history.userIndex >= 0) this.scoreItems(history.userIndex, into);
    else if (history.itemIndices.length === 0) into.set(this.#itemMeans);
    else this.#scoreAll(mean(history.values), this.#clusterOf(history), into);
  }

  override scoreItem(userIndex: number, itemIndex: number): number {
    return this.#score(this.#userMeans[userIndex], this.clusters.ofUsers[userIndex], itemIndex);
  }

  state(): Record<string, Int32Array> {
    return { ...this.clusters };
  }

  /** A score depends on all ratings of the clusters, so that all of it is the base. */
  explainFor(history: History, itemIndex: number): Explanation {
    const scores = new Float64Array(this.items.size);
    this.scoreItemsFor(history, scores);
    return { base: scores[itemIndex], contributions: [] };
  }

  #scoreAll(userMean: number, cluster: number, into: Float64Array): void {
    for (let item = 0; item < into.length; item++) into[item] = this.#score(userMean, cluster, item);
  }

  #score(userMean: number, cluster: number, item: number): number {
    const block = cluster * this.settings.itemClusters + this.clusters.ofItems[item];
    return userMean + this.#itemMeans[item] + this.#shifts[block];
  }

  #clusterOf({ itemIndices, values }: History): number {
    const { users, items } = clustersOf(this.clusters, this.settings);
    const labels = new Int32Array(1);
    moveToClusters(
      oneRow({ indices: itemIndices, values }, items.labels.length),
      { rowMeans: Float64Array.of(mean(values)), columnMeans: this.#itemMeans },
      { values: this.#shifts, rowStep: items.count, columnStep: 1 },
      { labels, count: users.count },
      items,
    );
    return labels[0];
  }
}

/** A number for each pair of clusters: 80 MB. */
const MAX_PAIRS = 10_000_000;

/** @throws RangeError before memory is asked for. */
function shiftsOf(
  { byUser, mean }: Feedback,
  clusters: CoClusters,
  settings: CoClusteringSettings,
): Float64Array {
  const { userClusters, itemClusters } = settings;
  if (userClusters * itemClusters > MAX_PAIRS) {
    throw new RangeError(
      `userClusters × itemClusters: ${userClusters} × ${itemClusters} is more than ${MAX_PAIRS}; take fewer clusters`,
    );
  }
  const { users, items } = clustersOf(clusters, settings);
  return clusterShifts(byUser, users, items, mean);
}

/** The clusters with their numbers, as the kernels take them. */
function clustersOf(
  { ofUsers, ofItems }: CoClusters,
  { userClusters, itemClusters }: CoClusteringSettings,
): { users: Clusters; items: Clusters } {
  return {
    users: { labels: ofUsers, count: userClusters },
    items: { labels: ofItems, count: itemClusters },
  };
}

/** The clusters of a saved model; labels out of range are a RangeError. */
function savedClusters({ arrays }: SavedModel, name: string, length: number, count: number): Int32Array {
  const clusters = arrays[name];
  const fits = clusters instanceof Int32Array && clusters.length === length;
  if (fits && clusters.every((cluster) => cluster >= 0 && cluster < count)) return clusters;
  throw invalidModelError(`${name} does not say which of ${count} clusters each of ${length} is in`);
}
