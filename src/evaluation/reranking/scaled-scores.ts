import type { Recommendation } from "../../models/contract/recommend-options.js";

/** The scores of a list from 0 for the lowest to 1 for the highest; all 1 if they are equal. */
export function scaledScores(recommendations: readonly Recommendation[]): Float64Array {
  const scores = Float64Array.from(recommendations, ({ score }) => score);
  const low = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return scores.map((score) => (high > low ? (score - low) / (high - low) : 1));
}
