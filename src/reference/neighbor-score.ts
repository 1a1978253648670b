/** A possible neighbour: how similar it is, and its centred rating. */
export interface RatedNeighbor {
  readonly similarity: number;
  readonly residual: number;
}

/** Settings of {@link neighborScore}, as those of `ItemKnn` and `UserKnn`. */
export interface NeighborScoreOptions {
  readonly neighbors?: number;
  readonly minNeighbors?: number;
  readonly positiveOnly?: boolean;
  readonly aggregate?: "weighted-mean" | "mean" | "sum";
  readonly damping?: number;
}

/**
 * Reference of `models/neighbors/neighborhood.ts`: the score of an item for a user from rated
 * neighbours, the user's other items (ItemKnn) or the item's other users (UserKnn). The `neighbors`
 * most similar ones are aggregated, of equally similar ones the first; NaN with fewer than
 * `minNeighbors`. `base` is what centring subtracted from the rating to predict.
 */
export function neighborScore(
  candidates: readonly RatedNeighbor[],
  base: number,
  {
    neighbors = 40,
    minNeighbors = 1,
    positiveOnly = true,
    aggregate = "weighted-mean",
    damping = 0,
  }: NeighborScoreOptions = {},
): number {
  const nearest = candidates
    .filter(({ similarity }) => (positiveOnly ? similarity > 0 : !Number.isNaN(similarity)))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, neighbors);
  if (nearest.length < minNeighbors) return Number.NaN;
  let sum = 0;
  let weights = damping;
  for (const { similarity, residual } of nearest) {
    const weight = aggregate === "mean" ? 1 : similarity;
    sum += weight * residual;
    weights += Math.abs(weight);
  }
  return base + (aggregate === "sum" ? sum : sum / weights);
}
