import { join } from "node:path";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { peerPython } from "./peers.mjs";

/**
 * What one process measured of itself and printed as its last line, in JSON.
 *
 * @typedef {object} Measurement
 * @property {number} seconds of the work itself: neither start-up nor imports
 * @property {number} [bytesKept] a rating: the growth of the process once the work is done
 * @property {number} [bytesAtPeak] a rating: the growth of the process at its largest
 * @property {Record<string, number>} [answer] numbers that both sides must agree on
 */

/** One thread each, for every library that would take more. */
const ONE_THREAD = Object.fromEntries(
  ["OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB", "RAYON"].map((name) => [`${name}_NUM_THREADS`, "1"]),
);

/**
 * Runs one side of a pair in a process of its own: ours where the script is `.mjs`, a peer's where it is `.py`.
 *
 * @param {readonly string[]} command a script in bench/, and its arguments
 * @param {object} [options]
 * @param {boolean} [options.allThreads] whether it may take as many threads as it likes
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
 * Runs ours and the peer's in turn, so many times each; the peer's not at all where it is missing. A first pair that
 * is not counted, unless it should be, brings the files into the system's cache.
 *
 * @param {{ ours: readonly string[], peer?: readonly string[] | undefined, pairs: number, allThreads?: boolean | undefined, ownWay?: boolean | undefined, countsFirst?: boolean | undefined }} both
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
 * A race is only worth something where both come to the same.
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
