/** When {@link descendByCoordinate} stops. */
export interface DescentLimits {
  /** Passes over candidates, at most. */
  readonly iterations: number;
  /** Largest change of a weight, as a share of the largest weight, at which it has converged. */
  readonly tolerance: number;
}

/** What a pass did: the largest change of a weight, and the largest weight, without their sign. */
export interface PassResult {
  readonly largestChange: number;
  readonly largest: number;
}

/** At least one of this many passes goes over all candidates. */
const FULL_PASS_INTERVAL = 10;

/**
 * Runs passes over all candidates, alternating with passes over those whose weight is not 0. It has
 * converged when a pass over all candidates changes no weight by more than `tolerance`. Reference:
 * `elasticNet` in src/reference/elastic-net.ts, with passes over all.
 *
 * @param weights those that passes write
 * @param pass gives each weight of some columns its best value, one after the other
 */
export function descendByCoordinate(
  candidates: Int32Array,
  { iterations, tolerance }: DescentLimits,
  weights: Float64Array,
  pass: (columns: Int32Array) => PassResult,
): void {
  let active = candidates;
  for (let done = 0; done < iterations; done++) {
    const { largestChange, largest } = pass(active);
    const isConverged = largestChange <= tolerance * largest;
    if (isConverged && active === candidates) break;
    if (isConverged || done % FULL_PASS_INTERVAL === FULL_PASS_INTERVAL - 1) active = candidates;
    else if (active === candidates) active = candidates.filter((column) => weights[column] !== 0);
  }
}
