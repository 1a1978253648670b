import { reportProgress, type TaskOptions } from "../task/report-progress.js";
import { type Random, type RandomSettings, random } from "./random.js";
import { squaredDistance } from "./squared-distance.js";

/** Settings of {@link kMeans}. */
export interface KMeansOptions extends Partial<RandomSettings>, TaskOptions {
  /** Number of random starts, from 1; the result with the lowest cost is kept. @default 10 */
  readonly starts?: number;
  /** How often points may change their group at most, from 1, for each start. @default 300 */
  readonly iterations?: number;
}

/** Points in groups. */
export interface KMeans {
  /** The group of each point, from 0. */
  readonly labels: Int32Array;
  /** The mean of each group's points, row by row. */
  readonly centers: Float64Array;
  /** Σ of the squared distances from the points to their group's center. */
  readonly cost: number;
}

/**
 * Clusters points around their means: each point belongs to the nearest center, each center is the
 * mean of its points. Centers start at points drawn far from each other (k-means++), and the two
 * steps alternate until nothing changes; the start with the lowest cost wins. A group that becomes
 * empty takes the point farthest from its center. O(starts × iterations × points × groups × width).
 * Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28 (1982);
 * Arthur and Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007.
 *
 * @param points row by row, `width` finite numbers a point
 * @throws RangeError where fewer points differ from each other than there are to be groups.
 * @example
 * kMeans(Float64Array.of(0, 1, 9, 10), 1, 2).cost; // 1
 */
export function kMeans(
  points: Float64Array,
  width: number,
  groups: number,
  { starts = 10, iterations = 300, seed, generator, ...task }: KMeansOptions = {},
): KMeans {
  const drawn = random({ seed, generator });
  let best: KMeans | undefined;
  for (let done = 0; done < starts; done++) {
    reportProgress(task, { done, total: starts });
    const found = settled(points, width, drawCenters(points, width, groups, drawn), iterations);
    if (!best || found.cost < best.cost) best = found;
  }
  reportProgress(task, { done: starts, total: starts });
  return best!;
}

/**
 * Points as centers, each drawn with a chance that grows with its squared distance to the nearest
 * one so far.
 */
function drawCenters(points: Float64Array, width: number, groups: number, drawn: Random): Float64Array {
  const count = points.length / width;
  const centers = new Float64Array(groups * width);
  const distances = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let chosen = drawn.below(count);
  for (let group = 0; group < groups; group++) {
    centers.set(points.subarray(chosen * width, (chosen + 1) * width), group * width);
    if (group === groups - 1) break;
    let total = 0;
    for (let point = 0; point < count; point++) {
      const distance = squaredDistance(points, point, centers, group, width);
      if (distance < distances[point]) distances[point] = distance;
      total += distances[point];
    }
    if (total === 0) {
      throw new RangeError(
        `groups: ${groups} is more than the ${group + 1} of all that differ from each other; ask for fewer groups`,
      );
    }
    chosen = drawByWeight(distances, total * drawn.uniform());
  }
  return centers;
}

/** The index at which the sum of the weights so far exceeds a mark; never one of weight 0. */
function drawByWeight(weights: Float64Array, mark: number): number {
  let sum = 0;
  let last = 0;
  for (let index = 0; index < weights.length; index++) {
    if (weights[index] === 0) continue;
    sum += weights[index];
    last = index;
    if (sum > mark) break;
  }
  return last;
}

/** Labels and centers that agree with each other; the centers given are overwritten. */
function settled(points: Float64Array, width: number, centers: Float64Array, iterations: number): KMeans {
  const labels = new Int32Array(points.length / width).fill(-1);
  const distances = new Float64Array(labels.length);
  let changed = labels.length;
  for (let done = 0; done < iterations && changed > 0; done++) {
    changed = assign(points, width, centers, labels, distances);
    if (changed > 0) average(points, width, labels, distances, centers);
  }
  let cost = 0;
  for (const [point, group] of labels.entries())
    cost += squaredDistance(points, point, centers, group, width);
  return { labels, centers, cost };
}

/** Gives each point to the nearest center, the first of equals; returns how many have changed. */
function assign(
  points: Float64Array,
  width: number,
  centers: Float64Array,
  labels: Int32Array,
  distances: Float64Array,
): number {
  const groups = centers.length / width;
  let changed = 0;
  for (let point = 0; point < labels.length; point++) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++) {
      const distance = squaredDistance(points, point, centers, group, width);
      if (distance < least) [nearest, least] = [group, distance];
    }
    if (labels[point] !== nearest) changed++;
    labels[point] = nearest;
    distances[point] = least;
  }
  return changed;
}

/** Moves each center to the mean of its points, after empty groups have taken one each. */
function average(
  points: Float64Array,
  width: number,
  labels: Int32Array,
  distances: Float64Array,
  centers: Float64Array,
): void {
  const sizes = new Int32Array(centers.length / width);
  for (const group of labels) sizes[group]++;
  for (let group = 0; group < sizes.length; group++) {
    if (sizes[group] > 0) continue;
    let farthest = -1;
    for (let point = 0; point < labels.length; point++) {
      const isFarther = farthest < 0 || distances[point] > distances[farthest];
      if (sizes[labels[point]] > 1 && isFarther) farthest = point;
    }
    sizes[labels[farthest]]--;
    sizes[group] = 1;
    labels[farthest] = group;
    distances[farthest] = 0;
  }
  centers.fill(0);
  for (const [point, group] of labels.entries()) {
    for (let k = 0; k < width; k++) centers[group * width + k] += points[point * width + k] / sizes[group];
  }
}
