import { drawGamma } from "../../math/draw-gamma.js";
import type { Random } from "../../math/random.js";
import type { TargetModel } from "./target-model.js";

/** Targets that are scores plus normal noise, whose precision has the prior Gamma(½, ½). */
export class NormalTargets implements TargetModel {
  readonly biased = true;
  readonly cuts = new Float64Array(0);
  readonly #targets: Float64Array;

  constructor(targets: Float64Array) {
    this.#targets = targets;
  }

  start(): Float64Array {
    return this.#targets.slice();
  }

  draw(residuals: Float64Array, random: Random): number {
    let squares = 0;
    for (const residual of residuals) squares += residual * residual;
    return drawGamma(random, (1 + residuals.length) / 2) / ((1 + squares) / 2);
  }
}
