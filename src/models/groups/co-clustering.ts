import { clusterShifts, moveToClusters } from "../../kernels/groups/co-clusters.js";
import { random } from "../../math/random.js";
import { mean } from "../../math/statistics.js";
import type { Ratings } from "../../ratings/ratings.js";
import { defineSettings, type SettingsOf } from "../../settings/define-settings.js";
import { integer } from "../../settings/number.js";
import { randomFields } from "../../settings/random-fields.js";
import { oneRow } from "../../sparse/one-row.js";
import { rowMeans } from "../../sparse/row-means.js";
import { reportProgress, type TaskOptions } from "../../task/report-progress.js";
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
 * Users and items in clusters at the same time, so that ratings in a pair of clusters lie close together:
 *
 *     score = mean of both clusters + (the user's mean − mean of their cluster) + (the item's mean − mean of its cluster)
 *
 * Everybody starts in a cluster by chance and moves to the best one again and again, as in k-means. The defaults are those of Surprise's
 * CoClustering; with `generator: "numpy"` the result is too,
 * if all ratings are whole numbers: Surprise truncates others. Fits in O(iterations × (ratings + (users + items) × userClusters ×
 * itemClusters)). George and Merugu, A scalable collaborative filtering framework based on co-clustering, ICDM 2005.
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
    const { userClusters, itemClusters, iterations } = this.settings;
    const draws = random(this.settings);
    const clusters = {
      ofUsers: new Int32Array(ratings.users.size).map(() => draws.below(userClusters)),
      ofItems: new Int32Array(ratings.items.size).map(() => draws.below(itemClusters)),
    };
    const { byUser, byItem } = ratings;
    const [userMeans, itemMeans] = [rowMeans(byUser), rowMeans(byItem)];
    for (let done = 0; done < iterations; done++) {
      reportProgress(task, { done, total: iterations });
      const shifts = shiftsOf(ratings, this.settings, clusters);
      const movedUsers = moveToClusters(
        byUser,
        userMeans,
        itemMeans,
        shifts,
        itemClusters,
        1,
        userClusters,
        itemClusters,
        clusters.ofItems,
        clusters.ofUsers,
      );
      const movedItems = moveToClusters(
        byItem,
        itemMeans,
        userMeans,
        shifts,
        1,
        itemClusters,
        itemClusters,
        userClusters,
        clusters.ofUsers,
        clusters.ofItems,
      );
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

/** Which cluster each user and each item is in, by index. */
export interface CoClusters {
  readonly ofUsers: Int32Array;
  readonly ofItems: Int32Array;
}

/** A fitted {@link CoClustering}. */
export class FittedCoClustering extends FittedModel {
  readonly name = CoClustering.kind;
  readonly inStars = true;
  readonly settings: Readonly<CoClusteringSettings>;
  readonly clusters: CoClusters;
  readonly #userMeans: Float64Array;
  readonly #itemMeans: Float64Array;
  /** What a pair of clusters adds to the means of user and item, a row of item clusters for each user cluster. */
  readonly #shifts: Float64Array;

  constructor(ratings: Ratings, settings: Readonly<CoClusteringSettings>, clusters: CoClusters) {
    super(ratings);
    this.settings = settings;
    this.clusters = Object.freeze(clusters);
    this.#userMeans = rowMeans(ratings.byUser);
    this.#itemMeans = rowMeans(ratings.byItem);
    this.#shifts = shiftsOf(ratings, settings, clusters);
    Object.freeze(this);
  }

  override kind(): ModelKind {
    return CoClustering;
  }

  scoreItems(userIndex: number, into: Float64Array): void {
    this.#scoreAll(this.#userMeans[userIndex], this.clusters.ofUsers[userIndex], into);
  }

  /** A new person gets into the cluster that fits their ratings best; without ratings, items score by their means. */
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

  /** Clusters have no single ratings behind them: all of the score is its base. */
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
    const { userClusters, itemClusters } = this.settings;
    const cluster = new Int32Array(1);
    moveToClusters(
      oneRow({ indices: itemIndices, values }, this.items.size),
      Float64Array.of(mean(values)),
      this.#itemMeans,
      this.#shifts,
      itemClusters,
      1,
      userClusters,
      itemClusters,
      this.clusters.ofItems,
      cluster,
    );
    return cluster[0];
  }
}

/** A number for each pair of clusters: 80 MB. */
const MAX_PAIRS = 10_000_000;

/** @throws RangeError before memory is asked for. */
function shiftsOf(
  { byUser, mean }: Ratings,
  { userClusters, itemClusters }: CoClusteringSettings,
  { ofUsers, ofItems }: CoClusters,
): Float64Array {
  if (userClusters * itemClusters > MAX_PAIRS) {
    throw new RangeError(
      `userClusters × itemClusters: ${userClusters} × ${itemClusters} is more than ${MAX_PAIRS}; take fewer clusters`,
    );
  }
  return clusterShifts(byUser, mean, ofUsers, ofItems, userClusters, itemClusters);
}

/** The clusters of a saved model; a RangeError where they are none. */
function savedClusters({ arrays }: SavedModel, name: string, length: number, count: number): Int32Array {
  const clusters = arrays[name];
  const fits = clusters instanceof Int32Array && clusters.length === length;
  if (fits && clusters.every((cluster) => cluster >= 0 && cluster < count)) return clusters;
  throw invalidModelError(`${name} does not say which of ${count} clusters each of ${length} is in`);
}
