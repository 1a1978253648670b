import type { Random } from "../../math/random.js";

/** Numbers of a normal distribution around 0, drawn in order: what factors start from. */
export function startNormal(random: Random, length: number, standardDeviation: number): Float64Array {
  const start = new Float64Array(length);
  for (let k = 0; k < length; k++) start[k] = standardDeviation * random.normal();
  return start;
}
