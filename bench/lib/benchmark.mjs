import { digits, duration, withSpread } from "./format.mjs";
import { ratios, spread } from "./statistics.mjs";
import { markdownTable } from "./table.mjs";

/**
 * Something that is measured, side by side with a peer where there is one. Each is the `benchmark` of one file in bench/benchmarks/.
 *
 * @typedef {object} Benchmark
 * @property {string} title
 * @property {string} about what each side does, for the page: a sentence or two
 * @property {string} [peer] the package of requirements-bench.txt
 * @property {(results: readonly Result[]) => string} [table] instead of {@link resultTable}
 * @property {(options: { quick: boolean }) => Promise<Case[]>} cases
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {readonly string[]} ours a script in bench/ and its arguments
 * @property {readonly string[]} [theirs] likewise; without it ours runs alone
 * @property {number} pairs how often both run
 * @property {boolean} [countsFirst] whether the first run counts, as where errors matter more than seconds
 * @property {boolean} [allThreads] whether the peer may take more threads than one
 * @property {boolean} [ownWay] whether ours does the same in another way, whose answer the table then shows beside the peer's
 * @property {string} [note] what else a table may tell
 * @property {Goals} [goals]
 * @property {string | undefined} [missing] the data set that is not at hand, so that nothing can run
 *
 * @typedef {object} Goals
 * @property {number} [timesAsFast] at least, by the median of the pairs
 * @property {number} [bytesKept] a rating, at most
 * @property {number} [bytesAtPeak] a rating, at most
 * @property {number} [rmse] at most
 *
 * @typedef {import("./measure.mjs").Measurement} Measurement
 * @typedef {{ name: string, goals: Goals, isAlone?: boolean, ownWay?: boolean | undefined, note?: string | undefined, ours: Measurement[], peer: Measurement[] }} Result
 */

const HEADER = ["", "reelbook", "peer", "peer / reelbook", "goal"];
const MEMORY = /** @type {const} */ ([
  ["bytesKept", "kept, bytes a rating"],
  ["bytesAtPeak", "at the peak, bytes a rating"],
]);

/**
 * The table of a benchmark: a row for the time of each case, one for each kind of memory that was measured, and one for
 * each answer that is another one than the peer's.
 *
 * @param {readonly Result[]} results
 */
export function resultTable(results) {
  return markdownTable(
    HEADER,
    results.flatMap((result) => [timeRow(result), ...memoryRows(result), ...answerRows(result)]),
  );
}

/** @param {Result} result */
function timeRow({ name, goals, isAlone, ours, peer }) {
  const [own, other] = [ours, peer].map((side) => side.map(({ seconds }) => seconds));
  const ratio = ratios(own ?? [], other ?? []);
  const goal = goals.timesAsFast;
  return [
    name,
    ours.length > 0 ? withSpread(spread(own ?? []), duration) : "missing",
    peer.length > 0 ? withSpread(spread(other ?? []), duration) : isAlone ? "–" : "missing",
    peer.length > 0 ? withSpread(ratio) : "–",
    goal === undefined ? "" : verdict(`at least ${goal}`, peer.length > 0 ? ratio.median >= goal : undefined),
  ];
}

/** @param {Result} result */
function memoryRows({ name, goals, isAlone, ours, peer }) {
  return MEMORY.filter(([key]) => ours.some((each) => each[key] !== undefined)).map(([key, title]) => {
    const [own, other] = [ours, peer].map((side) => side.map((each) => each[key] ?? Number.NaN));
    const goal = goals[key];
    const median = spread(own ?? []).median;
    return [
      `${name}, ${title}`,
      digits(median),
      peer.length > 0 ? digits(spread(other ?? []).median) : isAlone ? "–" : "missing",
      peer.length > 0 ? digits(ratios(own ?? [], other ?? []).median) : "–",
      goal === undefined ? "" : verdict(`at most ${goal}`, median <= goal),
    ];
  });
}

/** @param {Result} result */
function answerRows({ name, ownWay, ours, peer }) {
  const [own = {}, other = {}] = [ours, peer].map(([first]) => first?.answer);
  return Object.keys(ownWay ? own : {}).map((answer) => {
    const [value, others = Number.NaN] = [own[answer], other[answer]];
    return [`${name}, ${answer.toUpperCase()}`, (value ?? Number.NaN).toFixed(4), others.toFixed(4), "–", ""];
  });
}

/** @param {string} goal @param {boolean | undefined} isMet */
export function verdict(goal, isMet) {
  return isMet === undefined ? goal : `${goal}: ${isMet ? "met" : "**missed**"}`;
}
