/**
 * - "holm" bounds the chance of one false discovery among all; valid for any dependence.
 * - "benjamini-hochberg" bounds the expected share of false discoveries, and finds more; valid for
 *   independent or positively dependent tests.
 * - "none" leaves them as they are.
 */
export type Correction = "holm" | "benjamini-hochberg" | "none";

/**
 * P-values that allow for how many tests were made: a discovery is one whose adjusted value is at
 * most the wanted level. With m values, the one at place k in ascending order becomes
 *
 *     "holm": the largest up to k of (m − k + 1) × p
 *     "benjamini-hochberg": the smallest from k on of m / k × p
 *
 * and at most 1. NaN stays NaN and does not count. O(m log m).
 *
 * Sture Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, Scandinavian Journal of
 * Statistics 6 (1979); Yoav Benjamini and Yosef Hochberg, *Controlling the False Discovery Rate*,
 * JRSS B 57 (1995).
 *
 * @throws RangeError for a value below 0 or above 1, and for an unknown correction.
 * @example
 * adjustedPValues([0.5, 0.125, 0.25], "holm"); // Float64Array [0.5, 0.375, 0.5]
 */
export function adjustedPValues(pValues: ArrayLike<number>, correction: Correction): Float64Array {
  const adjusted = Float64Array.from(pValues);
  const wrong = adjusted.find((p) => p < 0 || p > 1);
  if (wrong !== undefined) throw new RangeError(`p-value ${wrong} is not from 0 to 1`);
  const ascending = [...adjusted.keys()]
    .filter((test) => !Number.isNaN(adjusted[test]))
    .sort((a, b) => adjusted[a] - adjusted[b]);
  if (correction === "holm") holm(adjusted, ascending);
  else if (correction === "benjamini-hochberg") benjaminiHochberg(adjusted, ascending);
  else if (correction !== "none") {
    throw new RangeError(`correction: "${correction}" is none of "holm", "benjamini-hochberg", "none"`);
  }
  return adjusted;
}

function holm(values: Float64Array, ascending: readonly number[]): void {
  let largest = 0;
  for (const [place, test] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, (ascending.length - place) * values[test]));
    values[test] = largest;
  }
}

function benjaminiHochberg(values: Float64Array, ascending: readonly number[]): void {
  let smallest = 1;
  for (let place = ascending.length; place >= 1; place--) {
    const test = ascending[place - 1];
    smallest = Math.min(smallest, (ascending.length / place) * values[test]);
    values[test] = smallest;
  }
}
