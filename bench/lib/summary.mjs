import { ratios, spread } from "./statistics.mjs";

/**
 * What a table shows of the runs of one case. Records that were copied from a page contain this
 * instead of runs.
 *
 * @typedef {import("./statistics.mjs").Spread} Spread
 *
 * @typedef {object} Both
 * @property {Spread | undefined} [ours]
 * @property {Spread | undefined} [peer]
 * @property {Spread | undefined} [ratio] ours to the peer's, run by run
 *
 * @typedef {object} Summary
 * @property {number} pairs
 * @property {Both} seconds
 * @property {Spread | undefined} [firstSeconds] our first call in a new process
 * @property {Both} [bytesKept]
 * @property {Both} [bytesAtPeak]
 * @property {Record<string, { ours?: number | undefined, peer?: number | undefined }>} [answer]
 */

/**
 * @param {Pick<import("./benchmark.mjs").Result, "ours" | "peer" | "summary">} result
 * @returns {Summary}
 */
export function summaryOf({ ours = [], peer = [], summary }) {
  if (summary) return summary;
  const [own, others] = [ours[0]?.answer ?? {}, peer[0]?.answer ?? {}];
  const answer = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, { ours: value, peer: others[name] }]),
  );
  const first = ours.flatMap(({ firstSeconds }) => firstSeconds ?? []);
  return {
    pairs: ours.length,
    seconds: both(ours, peer, "seconds"),
    firstSeconds: first.length > 0 ? spread(first) : undefined,
    bytesKept: both(ours, peer, "bytesKept"),
    bytesAtPeak: both(ours, peer, "bytesAtPeak"),
    answer,
  };
}

/**
 * @param {readonly import("./measure.mjs").Measurement[]} ours
 * @param {readonly import("./measure.mjs").Measurement[]} peer
 * @param {"seconds" | "bytesKept" | "bytesAtPeak"} what
 * @returns {Both}
 */
function both(ours, peer, what) {
  const [own, others] = [ours, peer].map((side) => side.flatMap((each) => each[what] ?? []));
  const [mine, theirs] = [own ?? [], others ?? []];
  return {
    ours: mine.length > 0 ? spread(mine) : undefined,
    peer: theirs.length > 0 ? spread(theirs) : undefined,
    ratio: mine.length > 0 && theirs.length > 0 ? ratios(mine, theirs) : undefined,
  };
}
