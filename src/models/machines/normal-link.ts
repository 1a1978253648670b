import type { MachineSamples } from "./machine-samples.js";
import { mixtureQuantile } from "./mixture-quantile.js";
import type { RatingLink } from "./rating-link.js";

/** Ratings that are scores plus normal noise. */
export class NormalLink implements RatingLink {
  readonly offset: number;
  readonly isLinear = true;
  readonly #deviations: Float64Array;

  /** @param mean of all ratings, which was subtracted from the targets */
  constructor(samples: Pick<MachineSamples, "count" | "noise">, mean: number) {
    this.offset = mean;
    this.#deviations = new Float64Array(samples.count).map(
      (_, sample) => 1 / Math.sqrt(samples.noise(sample)),
    );
  }

  toRatings(): void {}

  quantile(scores: Float64Array, share: number): number {
    return mixtureQuantile(scores, this.#deviations, share);
  }

  target(_sample: number, rating: number): number {
    return rating;
  }
}
