import type { Random } from "../../math/random.js";

/**
 * A number of the standard normal distribution given that it is between `low` and `high`, which may
 * be infinite. By rejection from the normal, a uniform or an exponential distribution, whichever
 * accepts often.
 *
 * C. P. Robert, Simulation of truncated normal variables, Statistics and Computing 5 (1995).
 */
export function drawTruncatedNormal(
  random: Pick<Random, "normal" | "uniform">,
  low: number,
  high: number,
): number {
  if (high < 0) return -drawTruncatedNormal(random, -high, -low);
  if (low > 0) return fromTail(random, low, high);
  if (high - low < Math.sqrt(2 * Math.PI)) return fromUniform(random, low, high, 0);
  for (;;) {
    const normal = random.normal();
    if (normal >= low && normal <= high) return normal;
  }
}

/** For `low` above 0. */
function fromTail(random: Pick<Random, "uniform">, low: number, high: number): number {
  const root = Math.sqrt(low * low + 4);
  const rate = (low + root) / 2;
  if (high - low < Math.exp((low * low - low * root) / 4 + 0.5) / rate) {
    return fromUniform(random, low, high, low);
  }
  for (;;) {
    const value = low - Math.log(1 - random.uniform()) / rate;
    if (value <= high && random.uniform() < Math.exp(-((value - rate) ** 2) / 2)) return value;
  }
}

/** @param mode where the density is highest between `low` and `high` */
function fromUniform(random: Pick<Random, "uniform">, low: number, high: number, mode: number): number {
  for (;;) {
    const value = low + (high - low) * random.uniform();
    if (random.uniform() < Math.exp((mode * mode - value * value) / 2)) return value;
  }
}
