import { squaredDistance } from "./squared-distance.js";

/** Settings of {@link dbscan}. */
export interface DbscanOptions {
  /** How near points have to be to be neighbours, from above 0. */
  readonly radius: number;
  /**
   * How many points must lie within the radius of a point, itself among them, for a group to grow
   * from it, from 1.
   */
  readonly minPoints: number;
}

/**
 * Density-based clusters: a point with at least `minPoints` points within `radius` is a core point.
 * Core points within `radius` of each other are one group, together with all points within their
 * radius. All other points are noise: their label is −1. A point within the radius of several
 * groups belongs to the first. O(points² × width). Ester, Kriegel, Sander and Xu, A density-based
 * algorithm for discovering clusters in large spatial databases with noise, KDD 1996.
 *
 * @param points row by row, `width` finite numbers a point
 * @returns the group of each point, from 0 in the order of their first core, or −1
 * @example
 * dbscan(Float64Array.of(0, 1, 2, 9), 1, { radius: 1, minPoints: 2 }); // Int32Array [0, 0, 0, -1]
 */
export function dbscan(
  points: Float64Array,
  width: number,
  { radius, minPoints }: DbscanOptions,
): Int32Array {
  const count = points.length / width;
  const near = (point: number) => {
    const found: number[] = [];
    for (let other = 0; other < count; other++) {
      if (Math.sqrt(squaredDistance(points, point, points, other, width)) <= radius) found.push(other);
    }
    return found;
  };
  const labels = new Int32Array(count).fill(-1);
  const isVisited = new Uint8Array(count);
  let groups = 0;
  for (let start = 0; start < count; start++) {
    if (isVisited[start] || labels[start] >= 0) continue;
    const reached = [start];
    let grows = false;
    for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
      if (isVisited[next]) continue;
      isVisited[next] = 1;
      const around = near(next);
      if (around.length < minPoints) continue;
      grows = true;
      for (const other of around) {
        if (labels[other] >= 0) continue;
        labels[other] = groups;
        reached.push(other);
      }
    }
    if (grows) groups++;
  }
  return labels;
}
