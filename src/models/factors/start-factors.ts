import type { Random } from "../../math/random.js";

/** Initial factors: `length` draws in order from a normal distribution around 0. */
export function startNormal(random: Random, length: number, standardDeviation: number): Float64Array {
  const start = new Float64Array(length);
  for (let k = 0; k < length; k++) start[k] = standardDeviation * random.normal();
  return start;
}
