import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { peerPython } from "./peers.mjs";

/**
 * What one process measured and printed as its last line, in JSON.
 *
 * @typedef {object} Measurement
 * @property {number} seconds of the work itself, without start-up and imports
 * @property {number} [bytesKept] for each rating: the growth of the process after the work
 * @property {number} [bytesAtPeak] for each rating: the growth of the process at its peak
 * @property {Record<string, number>} [answer] numbers in which both sides must agree
 */

/** One thread for each library that would use more. */
const ONE_THREAD = Object.fromEntries(
  ["OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB", "RAYON"].map((name) => [`${name}_NUM_THREADS`, "1"]),
);

/**
 * Runs one side of a pair in a process of its own: ours for a script in `.mjs`, the peer for `.py`.
 *
 * @param {readonly string[]} command a script in bench/, and its arguments
 * @param {object} [options]
 * @param {boolean} [options.allThreads] whether it may use all threads
 * @returns {Promise<Measurement>}
 */
export async function measure([script = "", ...args], { allThreads = false } = {}) {
  const path = join(root, "bench", script);
  const env = { ...process.env, ...(allThreads ? {} : ONE_THREAD), BENCH_THREADS: allThreads ? "" : "1" };
  const { code, stdout, stderr } = script.endsWith(".py")
    ? await run(peerPython, [path, ...args], { env })
    : await run(process.execPath, ["--expose-gc", path, ...args], { env });
  if (code !== 0) throw new Stop(`bench/${script} ${args.join(" ")} failed:\n${stderr.trim()}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/**
 * Runs ours and the peer in turn, `pairs` times each; a missing peer is left out. A first pair,
 * which does not count without `countsFirst`, brings the files into the system's cache.
 *
 * @param {{ ours: readonly string[], peer?: readonly string[] | undefined, pairs: number,
 * allThreads?: boolean | undefined, ownWay?: boolean | undefined, countsFirst?: boolean | undefined
 * }} both
 */
export async function measurePairs({ ours, peer, pairs, allThreads, ownWay, countsFirst = false }) {
  /** @type {{ ours: Measurement[], peer: Measurement[] }} */
  const measured = { ours: [], peer: [] };
  for (let pair = countsFirst ? 1 : 0; pair <= pairs; pair++) {
    const own = await measure(ours);
    const other = peer && (await measure(peer, { allThreads }));
    if (other && !ownWay) checkAnswers(own, other, ours);
    if (pair === 0) continue;
    measured.ours.push(own);
    if (other) measured.peer.push(other);
  }
  return measured;
}

/**
 * Checks that both sides give the same answer; otherwise their times mean nothing.
 *
 * @param {Measurement} own
 * @param {Measurement} other
 * @param {readonly string[]} command
 */
export function checkAnswers({ answer = {} }, { answer: others = {} }, command) {
  for (const [name, value] of Object.entries(answer)) {
    const wanted = others[name] ?? Number.NaN;
    if (Math.abs(value - wanted) <= 1e-9 * Math.abs(wanted)) continue;
    throw new Stop(
      `bench/${command.join(" ")}: ${name} is ${value}, and ${wanted} for the peer; one of them is wrong.`,
    );
  }
}
