import { type FittedBlend, weightedSums } from "../ensembles/blend.js";

/** Predictions as features: a column per model, and one of their blend. */
export function predictionColumns(
  blend: FittedBlend,
  columns: readonly Float64Array[],
): Record<string, Float64Array> {
  const blended = new Float64Array(columns[0].length);
  weightedSums(blend, columns, blended);
  const names = predictionNames(blend.models);
  return Object.fromEntries([...columns, blended].map((column, place) => [names[place], column]));
}

/** The names of {@link predictionColumns}, numbered because two models may be of the same kind. */
export function predictionNames(models: readonly { readonly name: string }[]): string[] {
  return [...models.map(({ name }, place) => `${name} ${place + 1}`), BLEND];
}

const BLEND = "blend";

/**
 * What the trees' predicted residuals are added to: the blend, or the mean where it has no score.
 */
export function baseScores(predictions: Record<string, Float64Array>, mean: number): Float64Array {
  return predictions[BLEND].map((score) => (Number.isNaN(score) ? mean : score));
}
