/** One round of k-means. */
export interface KMeansRound {
  /** The group of each point: the index of the center that was nearest. */
  readonly labels: readonly number[];
  /** How many points are in another group than in the round before. */
  readonly changed: number;
  /** Where the centers were, and where they are afterwards: at the mean of their points. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

/**
 * The rounds of k-means from given centers until no point changes its group, the last of which is
 * not in the list. A group without points keeps its center.
 *
 * @example
 * kMeansRounds([[0], [1], [9]], [[0], [1]])[1].labels; // [0, 0, 1]
 */
export function kMeansRounds(points: readonly number[][], centers: readonly number[][]): KMeansRound[] {
  const rounds: KMeansRound[] = [];
  for (;;) {
    const before = rounds.at(-1)?.after ?? centers;
    const labels = points.map((point) => nearestCenter(point, before));
    const earlier = rounds.at(-1)?.labels ?? [];
    const changed = labels.filter((label, place) => label !== earlier[place]).length;
    if (changed === 0) return rounds;
    const after = before.map((center, group) => {
      const own = points.filter((_, place) => labels[place] === group);
      return own.length > 0 ? meanPoint(own) : center;
    });
    rounds.push({ labels, changed, before, after });
  }
}

/** The index of the center at the smallest distance, the first of equals. */
export function nearestCenter(point: readonly number[], centers: readonly (readonly number[])[]): number {
  const distances = centers.map((center) => Math.hypot(...center.map((at, k) => at - point[k])));
  return distances.indexOf(Math.min(...distances));
}

/** The mean of points, number by number. */
export function meanPoint(points: readonly (readonly number[])[]): number[] {
  return points[0].map((_, k) => points.reduce((sum, point) => sum + point[k], 0) / points.length);
}
