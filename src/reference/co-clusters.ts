import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/** Which cluster each user and each item is in, by index. */
export interface CoClusters {
  readonly users: readonly number[];
  readonly items: readonly number[];
}

/** The score of a user and an item whose clusters are given: as it says in {@link coClusterScorer}. */
export type CoClusterScore = (row: Omit<IndexedRating, "rating">, clusters: CoClusters) => number;

/**
 * Scores by co-clusters, written to be read: the mean of the ratings in both clusters, and how far the user's mean is from that of their
 * cluster, and the item's from that of its own. Means of clusters are those of `averaged`; a mean of nothing is that of all. See
 * `kernels/co-clusters.ts`.
 */
export function coClusterScorer(ratings: readonly IndexedRating[], averaged: CoClusters): CoClusterScore {
  const overall = mean(ratings.map(({ rating }) => rating));
  const meanWhere = (belongs: (row: IndexedRating) => boolean) => {
    const found = ratings.filter(belongs);
    return found.length === 0 ? overall : mean(found.map(({ rating }) => rating));
  };
  return ({ user, item }, clusters) => {
    const inUserCluster = (row: IndexedRating) => averaged.users[row.user] === clusters.users[user];
    const inItemCluster = (row: IndexedRating) => averaged.items[row.item] === clusters.items[item];
    return (
      meanWhere((row) => inUserCluster(row) && inItemCluster(row)) +
      (meanWhere((row) => row.user === user) - meanWhere(inUserCluster)) +
      (meanWhere((row) => row.item === item) - meanWhere(inItemCluster))
    );
  };
}
