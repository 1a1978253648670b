import type { Random } from "./random.js";

/**
 * A number of the gamma distribution with this shape and a rate of 1; divided by a rate, it is one
 * with that rate. By rejection from a cube of a normal number, in O(1) expected time.
 *
 * Marsaglia and Tsang, A simple method for generating gamma variables, ACM TOMS 26 (2000).
 *
 * @param shape at least 1
 */
export function drawGamma(random: Pick<Random, "normal" | "uniform">, shape: number): number {
  const scale = shape - 1 / 3;
  const slope = 1 / Math.sqrt(9 * scale);
  for (;;) {
    const normal = random.normal();
    const cube = (1 + slope * normal) ** 3;
    if (cube <= 0) continue;
    const level = Math.log(random.uniform());
    if (level < normal ** 2 / 2 + scale * (1 - cube + Math.log(cube))) return scale * cube;
  }
}
