import { digits, duration, withSpread } from "./format.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

/**
 * Something that is measured, against a peer if there is one. Each file of bench/benchmarks/
 * exports one as `benchmark`.
 *
 * @template [Measured=Result]
 * @typedef {object} Benchmark
 * @property {string} title
 * @property {string} about for the page: what each side does
 * @property {string} [peer] the package of requirements-bench.txt
 * @property {boolean} [keepsFailures] a case that fails becomes a row that says so, and the record
 * is written after each case
 * @property {(results: readonly Measured[]) => string} [table] instead of {@link resultTable}
 * @property {(options: { quick: boolean }) => Promise<Case[]>} [cases] run in turn with the peer
 * @property {(options: { quick: boolean }) => Promise<Measured[]>} [measure] instead of cases
 */

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {readonly string[]} ours a script in bench/ and its arguments
 * @property {readonly string[]} [theirs] the same for the peer; without it ours runs alone
 * @property {number} pairs how many times both run
 * @property {boolean} [countsFirst] whether the first run counts too
 * @property {number} [threads] of both sides, 1 by default; 0: as many as the peer takes
 * @property {"plain" | "wasm"} [backend] what runs our kernels, "wasm" by default
 * @property {string | undefined} [node] the Node that runs ours, this process's by default
 * @property {boolean | number} [ownWay] whether ours computes it differently; the table then shows
 * both answers. A number: they may differ by this share at most
 * @property {string} [note] anything else that a table needs
 * @property {Goals} [goals]
 * @property {string} [ifMissed] for the page: why the goal of time is missed, if it is
 * @property {string | undefined} [missing] the data set that is missing, so that nothing can run
 *
 * @typedef {object} Goals
 * @property {number} [timeRatio] our time to the peer's, at most, by the median of the pairs; above
 * 1 a limit to how much slower we may be
 * @property {number} [bytesKept] at most, for each rating
 * @property {number} [bytesAtPeak] at most, for each rating
 * @property {number} [rmse] at most
 *
 * @typedef {import("./measure.mjs").Measurement} Measurement
 * @typedef {object} Result
 * @property {string} name
 * @property {Goals} goals
 * @property {boolean} [isAlone] whether there is no peer to compare with
 * @property {boolean | number | undefined} [ownWay] see Case
 * @property {string | undefined} [note] see Case
 * @property {Measurement[]} [ours]
 * @property {Measurement[]} [peer]
 * @property {string | undefined} [ifMissed] see Case
 * @property {string} [failure] why there are no runs, with `keepsFailures`
 * @property {import("./measure.mjs").Profile} [profile] of ours, if the goal of time is missed
 * @property {import("./summary.mjs").Summary} [summary] instead of runs that were not kept
 */

const HEADER = ["", "reelbook", "first call", "peer", "reelbook / peer", "goal or limit"];
const MEMORY = /** @type {const} */ ([
  ["bytesKept", "kept, bytes a rating"],
  ["bytesAtPeak", "at the peak, bytes a rating"],
]);

/**
 * The table of a benchmark: a row for the time of each case, one for each kind of memory that was
 * measured, and one for each answer that differs from the peer's. Sums only check answers.
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
function timeRow(result) {
  const { name, goals, isAlone } = result;
  const { seconds, firstSeconds } = summaryOf(result);
  const { ours, peer, ratio } = seconds;
  return [
    name,
    ours ? withSpread(ours, duration) : "missing",
    firstSeconds ? duration(firstSeconds.median) : "",
    peer ? withSpread(peer, duration) : isAlone ? "–" : "missing",
    ratio ? withSpread(ratio) : "–",
    goals.timeRatio === undefined ? "" : speedVerdict(goals.timeRatio, ratio?.median),
  ];
}

/** @param {Result} result */
function memoryRows(result) {
  const { name, goals, isAlone } = result;
  const summary = summaryOf(result);
  return MEMORY.flatMap(([key, title]) => {
    const { ours, peer, ratio } = summary[key] ?? {};
    if (!ours) return [];
    const goal = goals[key];
    return [
      [
        `${name}, ${title}`,
        digits(ours.median),
        "",
        peer ? digits(peer.median) : isAlone ? "–" : "missing",
        ratio ? digits(ratio.median) : "–",
        goal === undefined ? "" : verdict(`at most ${goal}`, ours.median <= goal),
      ],
    ];
  });
}

/** @param {Result} result */
function answerRows(result) {
  if (!result.ownWay) return [];
  const answers = Object.entries(summaryOf(result).answer ?? {}).filter(([answer]) => answer !== "sum");
  return answers.map(([answer, { ours, peer }]) => {
    const [own, others] = [ours, peer].map((value) => (value ?? Number.NaN).toFixed(4));
    return [`${result.name}, ${answer.toUpperCase()}`, own ?? "", "", others ?? "", "–", ""];
  });
}

/** Whether a result misses its goal of time. @param {Partial<Result>} result */
export function missesTime(result) {
  const { timeRatio = Number.POSITIVE_INFINITY } = result.goals ?? {};
  return (summaryOf(result).seconds.ratio?.median ?? 0) > timeRatio;
}

/** @param {string} goal @param {boolean | undefined} isMet */
export function verdict(goal, isMet) {
  return isMet === undefined ? goal : `${goal}: ${isMet ? "met" : "**missed**"}`;
}

/**
 * Whether a goal of speed is met. A goal above 1 is a limit: it can be kept, but only a goal up to
 * 1, for which we are at least as fast as the peer, can be met.
 *
 * @param {number} timeRatio at most
 * @param {number | undefined} ratio our time to the peer's, undefined without a peer
 */
export function speedVerdict(timeRatio, ratio) {
  const isReached = ratio === undefined ? undefined : ratio <= timeRatio;
  if (timeRatio <= 1) return verdict(`at most ${timeRatio}`, isReached);
  if (isReached === undefined) return `limit of ${timeRatio}`;
  return isReached ? `within the limit of ${timeRatio}` : `**beyond the limit of ${timeRatio}**`;
}
