import { normalCdf } from "../../math/normal-cdf.js";
import type { Random } from "../../math/random.js";
import { drawTruncatedNormal } from "./draw-truncated-normal.js";
import { mixtureQuantile } from "./mixture-quantile.js";
import type { TargetModel } from "./target-model.js";

/** Steps of the cut points in a sweep. */
const STEPS = 3;

/**
 * Classes in an order, as an ordered probit: a latent target is the score plus standard normal
 * noise, and its class is the interval between two cut points that it lies in. Draws the cut points
 * given the scores, by steps of a random walk (Metropolis), and then the latent targets.
 *
 * Albert and Chib, Bayesian analysis of binary and polychotomous response data, JASA 88 (1993);
 * Cowles, Accelerating Monte Carlo Markov chain convergence for cumulative-link generalized linear
 * models, Statistics and Computing 6 (1996).
 */
export class OrdinalTargets implements TargetModel {
  readonly biased = false;
  readonly cuts: Float64Array;
  readonly #classes: Int32Array;
  readonly #latent: Float64Array;
  /** Standard deviation of a step of each cut point. */
  readonly #steps: Float64Array;

  /** @param classes the class of each target, from 0; each class has targets */
  constructor(classes: Int32Array, classCount: number) {
    const counts = new Float64Array(classCount);
    for (const each of classes) counts[each]++;
    let below = 0;
    this.cuts = counts.slice(1).map((_, k) => {
      below += counts[k] / classes.length;
      return mixtureQuantile(Float64Array.of(0), Float64Array.of(1), below);
    });
    this.#steps = this.cuts.map((_, k) => stepOf(counts[k], counts[k + 1], classCount - 1));
    this.#classes = classes;
    this.#latent = Float64Array.from(classes, (each) => {
      const [low, high] = [
        this.cuts[each - 1] ?? this.cuts[0] - 1,
        this.cuts[each] ?? this.cuts[each - 1] + 1,
      ];
      return (low + high) / 2;
    });
  }

  start(): Float64Array {
    return this.#latent.slice();
  }

  draw(residuals: Float64Array, random: Random): number {
    const scores = this.#latent.map((target, t) => target - residuals[t]);
    let likelihood = this.#likelihood(scores, this.cuts);
    for (let step = 0; step < STEPS; step++) {
      const proposed = this.cuts.map((cut, k) => cut + this.#steps[k] * random.normal());
      const level = Math.log(random.uniform());
      if (proposed.some((cut, k) => k > 0 && cut <= proposed[k - 1])) continue;
      const next = this.#likelihood(scores, proposed);
      if (level >= next - likelihood) continue;
      this.cuts.set(proposed);
      likelihood = next;
    }
    for (let t = 0; t < scores.length; t++) {
      const score = scores[t];
      const low = (this.cuts[this.#classes[t] - 1] ?? Number.NEGATIVE_INFINITY) - score;
      const high = (this.cuts[this.#classes[t]] ?? Number.POSITIVE_INFINITY) - score;
      residuals[t] = drawTruncatedNormal(random, low, high);
      this.#latent[t] = score + residuals[t];
    }
    return 1;
  }

  /** The logarithm of the probability of all classes. */
  #likelihood(scores: Float64Array, cuts: Float64Array): number {
    let sum = 0;
    for (let t = 0; t < scores.length; t++) {
      const own = this.#classes[t];
      const high = own < cuts.length ? cuts[own] - scores[t] : Number.POSITIVE_INFINITY;
      const low = own > 0 ? cuts[own - 1] - scores[t] : Number.NEGATIVE_INFINITY;
      // The side on which both are small keeps its digits.
      sum += Math.log(low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low));
    }
    return sum;
  }
}

/**
 * The size of a step of the cut point between two classes: its error given their numbers, shrunk
 * because all cut points move at once.
 */
function stepOf(below: number, above: number, cuts: number): number {
  return 1 / Math.sqrt(cuts * Math.min(below, above));
}
