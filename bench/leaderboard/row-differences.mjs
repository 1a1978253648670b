import { adjustedPValues, pairedBootstrap, pairedRandomization } from "reelbook";

/**
 * A row's measure minus that of the reference row.
 *
 * @typedef {{ pValue: number, adjusted: number }} PValues
 *
 * @typedef {import("reelbook").DifferenceInterval & PValues} Difference
 *
 * @typedef {Record<string, Record<string, Difference>>} Differences by measure, for each row
 */

/** The chance of one false discovery on a page. */
const LEVEL = 0.05;

/** Bootstrap samples: an interval that allows for 50 comparisons leaves out 5 on each side. */
const SAMPLES = 10_000;

/**
 * The differences of rows from one of them, corrected for the number of comparisons: of rows, and
 * of measures. P-values are adjusted by Holm's method. Each interval has the confidence of its step
 * in that method, so that it leaves out 0 where the difference is significant: 1 − 5 % / m for the
 * smallest of m p-values, 1 − 5 % / (m − 1) for the next, and so on. From the first difference that
 * is not significant on, all intervals have the same confidence. Users are drawn, not ratings,
 * because a user's ratings are alike.
 *
 * @param {Record<string, import("../lib/user-values.mjs").UserValues>} rows
 * @param {{ reference: string, measures: readonly string[] }} options
 * @returns {Differences}
 */
export function rowDifferences(rows, { reference, measures }) {
  const pairs = Object.keys(rows)
    .filter((row) => row !== reference)
    .flatMap((row) => measures.map((measure) => ({ row, measure, values: valuesOf(row, measure) })));
  const pValues = pairs.map(({ measure, values }) =>
    pairedRandomization(values, valuesOf(reference, measure)),
  );
  const adjusted = adjustedPValues(pValues, "holm");
  const comparisons = holmSteps(pValues, adjusted);
  /** @type {Differences} */
  const differences = {};
  for (const [place, { row, measure, values }] of pairs.entries()) {
    const transform = measure === "rmse" ? { transform: Math.sqrt } : {};
    const confidence = 1 - LEVEL / (comparisons[place] ?? pairs.length);
    const options = { samples: SAMPLES, confidence, ...transform };
    const difference = {
      ...pairedBootstrap(values, valuesOf(reference, measure), options),
      pValue: pValues[place] ?? Number.NaN,
      adjusted: adjusted[place] ?? Number.NaN,
    };
    differences[row] = { ...differences[row], [measure]: difference };
  }
  return differences;

  /** @param {string} row @param {string} measure */
  function valuesOf(row, measure) {
    return Float64Array.from(rows[row]?.[measure] ?? []);
  }
}

/**
 * The number of comparisons that each p-value is corrected for.
 *
 * @param {readonly number[]} pValues
 * @param {ArrayLike<number>} adjusted
 */
function holmSteps(pValues, adjusted) {
  const ascending = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const significant = ascending.filter((test) => (adjusted[test] ?? 1) <= LEVEL).length;
  /** @type {number[]} */
  const steps = [];
  for (const [place, test] of ascending.entries())
    steps[test] = pValues.length - Math.min(place, significant);
  return steps.map((step) => Math.max(1, step));
}
