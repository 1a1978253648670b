import type { Similarity } from "../contract/model.js";
import type { Center, Side } from "./centering.js";
import type { SimilarityName } from "./knn-settings.js";

/** The centring that a similarity of items or of users is defined with. */
export function comparisonCenter(similarity: SimilarityName, side: Side): Center {
  if (similarity === "pearson-baseline") return "baseline";
  if (similarity !== "adjusted-cosine") return "none";
  return side === "items" ? "user-mean" : "item-mean";
}

/**
 * "pearson-baseline" shrinks with n − 1 instead of n common ratings, as Koren 2010 and Surprise do.
 */
export function sampleCorrectionOf(similarity: SimilarityName): number {
  return similarity === "pearson-baseline" ? 1 : 0;
}

/**
 * The number of common columns of two rows, and their distance if the similarity is one.
 *
 * @param squares Σ (x − y)² over the common columns
 */
export function commonAndDistance(
  similarity: SimilarityName,
  common: number,
  squares: number,
): Pick<Similarity, "common" | "distance"> {
  if (similarity === "euclidean") return { common, distance: Math.sqrt(squares) };
  if (similarity === "rmsd") return { common, distance: Math.sqrt(squares / common) };
  return similarity === "msd" ? { common, distance: squares / common } : { common };
}
