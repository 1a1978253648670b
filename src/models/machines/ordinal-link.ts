import { normalCdf } from "../../math/normal-cdf.js";
import type { MachineSamples } from "./machine-samples.js";
import type { RatingLink } from "./rating-link.js";

/**
 * Ratings that are classes in an order (ordered probit): a rating has the class whose cut points
 * the score plus standard normal noise lies between.
 */
export class OrdinalLink implements RatingLink {
  readonly offset = 0;
  readonly isLinear = false;
  readonly #samples: Pick<MachineSamples, "count" | "cuts">;
  readonly #classes: Float64Array;

  /** @param classes the rating of each class, ascending */
  constructor(samples: Pick<MachineSamples, "count" | "cuts">, classes: Float64Array) {
    this.#samples = samples;
    this.#classes = classes;
  }

  toRatings(sample: number, scores: Float64Array): void {
    const cuts = this.#samples.cuts(sample);
    const classes = this.#classes;
    for (let k = 0; k < scores.length; k++) {
      let expected = classes[cuts.length];
      for (let c = 0; c < cuts.length; c++) {
        expected -= (classes[c + 1] - classes[c]) * normalCdf(cuts[c] - scores[k]);
      }
      scores[k] = expected;
    }
  }

  quantile(scores: Float64Array, share: number): number {
    const last = this.#classes.length - 1;
    for (let c = 0; c < last; c++) {
      let below = 0;
      for (const [sample, score] of scores.entries()) {
        below += normalCdf(this.#samples.cuts(sample)[c] - score);
      }
      if (below >= share * scores.length) return this.#classes[c];
    }
    return this.#classes[last];
  }

  /** The mean of the normal distribution around the score between the cut points of the class. */
  target(sample: number, rating: number, score: number): number {
    const cuts = this.#samples.cuts(sample);
    const own = nearest(this.#classes, rating);
    const low = own > 0 ? cuts[own - 1] - score : Number.NEGATIVE_INFINITY;
    const high = own < cuts.length ? cuts[own] - score : Number.POSITIVE_INFINITY;
    const mass = low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
    // Far in a tail, where the mass underflows, the mean is next to the nearer cut point.
    if (mass < 1e-12) return score + (low > 0 ? low : high);
    return score + (density(low) - density(high)) / mass;
  }
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** The place of the class that is nearest to a rating. */
function nearest(classes: Float64Array, rating: number): number {
  let best = 0;
  for (const [place, each] of classes.entries()) {
    if (Math.abs(each - rating) < Math.abs(classes[best] - rating)) best = place;
  }
  return best;
}
