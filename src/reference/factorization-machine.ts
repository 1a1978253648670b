import { dot } from "../math/dot.js";
import { sum } from "../math/sum.js";

/** The normal prior of a group of features: of their weights, or of one of their factors. */
export interface MachinePrior {
  mean: number;
  precision: number;
}

/** The parameters of a factorization machine, which {@link gibbsSweep} draws again. */
export interface Machine {
  bias: number;
  /** One for each feature. */
  weights: number[];
  /** For each factor, one number for each feature. */
  factors: number[][];
  /** 1 / the variance of the noise. */
  noise: number;
  /** For each group of features. */
  weightPriors: MachinePrior[];
  /** For each factor and each group of features. */
  factorPriors: MachinePrior[][];
}

/** Where {@link gibbsSweep} takes random numbers from. */
export interface MachineDraws {
  /** A number of the standard normal distribution. */
  normal(): number;
  /** A number of the gamma distribution with this shape and a rate of 1. */
  gamma(shape: number): number;
}

/**
 * The score of a row x of features:
 *
 *     bias + Σ w_j x_j + ½ Σ over factors f of ((Σ v_jf x_j)² − Σ v_jf² x_j²)
 *
 * The last sum is Σ over pairs of features j < k of (v_j · v_k) x_j x_k. O(features × factors).
 */
export function machineScore(row: readonly number[], { bias, weights, factors }: Machine): number {
  const pairs = factors.map((values) => {
    const products = values.map((value, j) => value * row[j]);
    return (sum(products) ** 2 - dot(products, products)) / 2;
  });
  return bias + dot(weights, row) + sum(pairs);
}

/**
 * One sweep of Gibbs sampling for targets that are scores plus normal noise: each parameter is
 * drawn from its distribution given the targets and all other parameters. Changes the machine. The
 * score is linear in each parameter θ alone, with a slope h_t for each row t, so that
 *
 *     θ ~ Normal(mean, 1 / p),  p = λ + α Σ h_t²,  mean = (λ μ + α Σ h_t (e_t + h_t θ)) / p
 *
 * for residuals e, the precision α of the noise, and the prior's mean μ and precision λ. Those are
 * drawn too. O(rows × features × factors).
 *
 * S. Rendle, Factorization machines with libFM, ACM TIST 3 (2012). The fast form, with relation
 * blocks, is src/models/machines/gibbs-sampler.ts.
 *
 * @param groups the group of each feature, from 0; features of a group share their priors
 */
export function gibbsSweep(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  machine: Machine,
  groups: readonly number[],
  draws: MachineDraws,
): void {
  const residuals = rows.map((row, t) => targets[t] - machineScore(row, machine));
  machine.noise = draws.gamma((1 + rows.length) / 2) / ((1 + dot(residuals, residuals)) / 2);
  const drawn = (value: number, prior: MachinePrior, slopes: readonly number[]) => {
    const squares = dot(slopes, slopes);
    const precision = prior.precision + machine.noise * squares;
    const gradient = dot(slopes, residuals) + squares * value;
    const mean = (prior.precision * prior.mean + machine.noise * gradient) / precision;
    const next = mean + draws.normal() / Math.sqrt(precision);
    for (const [t, slope] of slopes.entries()) residuals[t] -= (next - value) * slope;
    return next;
  };
  const columns = groups.map((_, j) => rows.map((row) => row[j]));

  const ones = rows.map(() => 1);
  machine.bias = drawn(machine.bias, { mean: 0, precision: 1 }, ones);
  drawPriors(machine.weightPriors, machine.weights, groups, draws);
  for (const [j, column] of columns.entries()) {
    machine.weights[j] = drawn(machine.weights[j], machine.weightPriors[groups[j]], column);
  }
  for (const [f, values] of machine.factors.entries()) {
    drawPriors(machine.factorPriors[f], values, groups, draws);
    for (const [j, column] of columns.entries()) {
      const slopes = column.map((x, t) => x * (dot(values, rows[t]) - x * values[j]));
      values[j] = drawn(values[j], machine.factorPriors[f][groups[j]], slopes);
    }
  }
}

/** Draws the prior of each group given the values of its features. */
function drawPriors(
  priors: MachinePrior[],
  values: readonly number[],
  groups: readonly number[],
  draws: MachineDraws,
): void {
  for (const [group, { mean }] of priors.entries()) {
    const own = values.filter((_, j) => groups[j] === group);
    const squares = sum(own.map((value) => (value - mean) ** 2));
    const precision = draws.gamma((2 + own.length) / 2) / ((1 + squares + mean ** 2) / 2);
    const center = sum(own) / (own.length + 1);
    const nextMean = center + draws.normal() / Math.sqrt(precision * (own.length + 1));
    priors[group] = { mean: nextMean, precision };
  }
}
