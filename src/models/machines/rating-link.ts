/** How ratings follow from scores of a machine. */
export interface RatingLink {
  /** What is added to all scores. */
  readonly offset: number;
  /** Whether an expected rating is the score itself, so that shares of it add up. */
  readonly isLinear: boolean;
  /** Turns scores of a sample into expected ratings, in place. */
  toRatings(sample: number, scores: Float64Array): void;
  /** The rating that has a share of the distribution below it, given the score in each sample. */
  quantile(scores: Float64Array, share: number): number;
  /** The expected target of a rating, on the scale of scores. */
  target(sample: number, rating: number, score: number): number;
}
