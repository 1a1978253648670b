import { adjustedPValues, pairedBootstrap, pairedRandomization } from "reelbook";

/**
 * A row's measure minus that of the reference row.
 *
 * @typedef {import("reelbook").DifferenceInterval & { pValue: number, adjusted: number }} Difference
 * by measure, for each row
 *
 * @typedef {Record<string, Record<string, Difference>>} Differences
 */

/** The share of pages on which all intervals contain the true differences. */
const CONFIDENCE = 0.95;

/** Bootstrap samples: an interval that allows for 50 comparisons leaves out 5 on each side. */
const SAMPLES = 10_000;

/**
 * The differences of rows from one of them, corrected for the number of comparisons: of rows, and
 * of measures. The intervals hold together (Bonferroni); p-values are adjusted by Holm's method.
 * Users are drawn, not ratings, because a user's ratings are alike.
 *
 * @param {Record<string, import("../lib/user-values.mjs").UserValues>} rows
 * @param {{ reference: string, measures: readonly string[] }} options
 * @returns {Differences}
 */
export function rowDifferences(rows, { reference, measures }) {
  const pairs = Object.keys(rows)
    .filter((row) => row !== reference)
    .flatMap((row) => measures.map((measure) => ({ row, measure })));
  const confidence = 1 - (1 - CONFIDENCE) / pairs.length;
  const found = pairs.map(({ row, measure }) => {
    const [own, other] = [row, reference].map((name) => Float64Array.from(rows[name]?.[measure] ?? []));
    if (!own || !other) throw new Error("Both rows have values.");
    const transform = measure === "rmse" ? { transform: Math.sqrt } : {};
    return {
      ...pairedBootstrap(own, other, { samples: SAMPLES, confidence, ...transform }),
      pValue: pairedRandomization(own, other),
    };
  });
  const adjusted = adjustedPValues(
    found.map(({ pValue }) => pValue),
    "holm",
  );
  /** @type {Differences} */
  const differences = {};
  for (const [place, { row, measure }] of pairs.entries()) {
    const difference = found[place];
    if (difference)
      differences[row] = {
        ...differences[row],
        [measure]: { ...difference, adjusted: adjusted[place] ?? Number.NaN },
      };
  }
  return differences;
}
