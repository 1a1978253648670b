import { mean } from "../math/statistics.js";
import type { IndexedRating } from "./baseline.js";

/** The cluster of each user and each item, by index. */
export interface CoClusters {
  readonly users: readonly number[];
  readonly items: readonly number[];
}

/** The score of a pair whose clusters are given: see {@link coClusterScorer}. */
export type CoClusterScore = (row: Omit<IndexedRating, "rating">, clusters: CoClusters) => number;

/**
 * Reference of `kernels/groups/co-clusters.ts`. The score of user u in cluster g and item i in
 * cluster h (George and Merugu 2005, equation 2):
 *
 *     score = A[g, h] + (A[u] − A[g]) + (A[i] − A[h])
 *
 * A[g, h] is the mean of the ratings in both clusters; A[u], A[i], A[g] and A[h] are the means of
 * the user, the item and each cluster. Means of clusters are those of the assignment `averaged`;
 * the mean of all ratings replaces the mean of an empty cluster.
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

/**
 * One iteration of co-clustering: each user moves to the cluster with the least squared error of
 * the user's ratings, then each item likewise. Both use the means of the clusters at the start.
 */
export function coClusterRound(
  ratings: readonly IndexedRating[],
  start: CoClusters,
  { userClusters, itemClusters }: { readonly userClusters: number; readonly itemClusters: number },
): CoClusters {
  const score = coClusterScorer(ratings, start);
  const errorOf = (rows: readonly IndexedRating[], clusters: CoClusters) =>
    rows.reduce((sum, row) => sum + (row.rating - score(row, clusters)) ** 2, 0);
  const users = start.users.map((_, user) => {
    const rows = ratings.filter((row) => row.user === user);
    return bestOf(userClusters, (cluster) =>
      errorOf(rows, { ...start, users: replaced(start.users, user, cluster) }),
    );
  });
  const items = start.items.map((_, item) => {
    const rows = ratings.filter((row) => row.item === item);
    return bestOf(itemClusters, (cluster) =>
      errorOf(rows, { users, items: replaced(start.items, item, cluster) }),
    );
  });
  return { users, items };
}

/** The list with another value at one place. */
function replaced(list: readonly number[], place: number, value: number): number[] {
  return list.map((old, k) => (k === place ? value : old));
}

/** The cluster with the least error, of equal ones the first. */
function bestOf(count: number, errorOf: (cluster: number) => number): number {
  const errors = Array.from({ length: count }, (_, cluster) => errorOf(cluster));
  return errors.indexOf(Math.min(...errors));
}
