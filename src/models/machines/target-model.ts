import type { Random } from "../../math/random.js";

/** How targets depend on scores: what a sampler draws besides the parameters of scores. */
export interface TargetModel {
  /** Whether scores have a bias, which is drawn. */
  readonly biased: boolean;
  /** Cut points between classes on the scale of scores; none for normal targets. */
  readonly cuts: Float64Array;
  /** The targets that residuals are of at the start. */
  start(): Float64Array;
  /**
   * Draws what belongs to the targets given the residuals, and changes these where it draws the
   * targets.
   *
   * @returns the precision of the noise
   */
  draw(residuals: Float64Array, random: Random): number;
}
