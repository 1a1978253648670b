import type { Contribution, Explanation } from "./model.js";

/** An explanation and its weight. */
export interface WeightedExplanation {
  readonly weight: number;
  readonly explanation: Explanation;
}

/**
 * The weighted sum of explanations. Contributions of the same rating are added; those that change
 * the score most come first. O(contributions × log contributions).
 */
export function weightedExplanation(parts: readonly WeightedExplanation[]): Explanation {
  const merged = new Map<string, Contribution>();
  for (const { weight, explanation } of parts) {
    for (const each of explanation.contributions) {
      const key = JSON.stringify([each.itemId, each.userId]);
      const share = (merged.get(key)?.share ?? 0) + weight * each.share;
      merged.set(key, { ...each, share });
    }
  }
  return {
    base: parts.reduce((sum, { weight, explanation }) => sum + weight * explanation.base, 0),
    contributions: [...merged.values()].sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
  };
}
