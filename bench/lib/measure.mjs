import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/lib/places.mjs";
import { Stop } from "../../scripts/lib/program.mjs";
import { run } from "../../scripts/lib/run.mjs";
import { kernelNames } from "./kernel-names.mjs";
import { peerPython } from "./peers.mjs";

/**
 * What one process measured and printed as its last line, in JSON.
 *
 * @typedef {object} Measurement
 * @property {number} seconds of the work itself, without start-up and imports
 * @property {number} [firstSeconds] of the first call, if `seconds` is of later ones
 * @property {number} [bytesKept] for each rating: the growth of the process after the work
 * @property {number} [bytesAtPeak] for each rating: the growth of the process at its peak
 * @property {Record<string, number>} [answer] numbers in which both sides must agree
 * @property {import("./user-values.mjs").UserValues} [perUser] values of test users
 *
 * @typedef {{ name: string, share: number }[]} Profile functions, and their shares of the time
 */

/** Variables that set the number of threads of Python's libraries. */
const THREAD_VARIABLES = ["OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB", "RAYON"].map(
  (name) => `${name}_NUM_THREADS`,
);

/** Chooses the backend of the library in each of our processes. */
const useBackend = pathToFileURL(join(root, "bench", "ours", "use-backend.mjs")).href;

/**
 * How a side runs.
 *
 * @typedef {object} HowToRun
 * @property {number | undefined} [threads] 1 by default; 0: as many as it takes
 * @property {"plain" | "wasm" | undefined} [backend] of our kernels
 * @property {string | undefined} [node] the Node that runs ours, this process's by default
 */

/**
 * Runs one side of a pair in a process of its own: ours for a script in `.mjs`, the peer for `.py`.
 *
 * @param {readonly string[]} command a script in bench/, and its arguments
 * @param {HowToRun} [how]
 * @returns {Promise<Measurement>}
 */
export async function measure(command, how = {}) {
  return JSON.parse(await lastLine(command, how));
}

/**
 * Runs ours once more, for where its time goes.
 *
 * @param {readonly string[]} command
 * @param {HowToRun} [how]
 * @returns {Promise<Profile>}
 */
export async function profileOf(command, how = {}) {
  /** @type {{ profile: Profile }} */
  const { profile } = JSON.parse(await lastLine(command, how, { BENCH_PROFILE: "1" }));
  const kernels = await kernelNames();
  return profile.map(({ name, share }) => ({ name: kernels.get(name) ?? name, share }));
}

/**
 * The last line that a side prints.
 *
 * @param {readonly string[]} command
 * @param {HowToRun} how
 * @param {NodeJS.ProcessEnv} [more] variables
 */
async function lastLine(
  [script = "", ...args],
  { threads = 1, backend = "wasm", node = process.execPath },
  more,
) {
  const path = join(root, "bench", script);
  const limits =
    threads === 0 ? {} : Object.fromEntries(THREAD_VARIABLES.map((name) => [name, `${threads}`]));
  const env = {
    ...process.env,
    ...limits,
    BENCH_THREADS: threads === 0 ? "" : `${threads}`,
    REELBOOK_BACKEND: backend,
    ...more,
  };
  const { code, signal, stdout, stderr } = script.endsWith(".py")
    ? await run(peerPython, [path, ...args], { env })
    : await run(node, ["--expose-gc", "--import", useBackend, path, ...args], { env });
  if (code !== 0) {
    const end = signal ? `ended by ${signal}` : "failed";
    throw new Stop(`bench/${script} ${args.join(" ")} ${end}:\n${stderr.trim()}`);
  }
  return stdout.trim().split("\n").at(-1) ?? "";
}

/**
 * Runs ours and the peer in turn, `pairs` times each; a missing peer is left out. A first pair,
 * which does not count without `countsFirst`, brings the files into the system's cache.
 *
 * @typedef {object} Pair
 * @property {readonly string[]} ours
 * @property {readonly string[] | undefined} [peer]
 * @property {number} pairs
 * @property {boolean | number | undefined} [ownWay]
 * @property {boolean | undefined} [countsFirst]
 *
 * @param {HowToRun & Pair} both
 */
export async function measurePairs({ ours, peer, pairs, ownWay, countsFirst = false, ...how }) {
  /** @type {{ ours: Measurement[], peer: Measurement[] }} */
  const measured = { ours: [], peer: [] };
  for (let pair = countsFirst ? 1 : 0; pair <= pairs; pair++) {
    const own = await measure(ours, { ...how, threads: how.threads || 1 });
    const other = peer && (await measure(peer, { threads: how.threads }));
    const tolerance = typeof ownWay === "number" ? ownWay : 1e-9;
    if (other && ownWay !== true) checkAnswers(own, other, ours, tolerance);
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
 * @param {number} [tolerance] relative
 */
export function checkAnswers({ answer = {} }, { answer: others = {} }, command, tolerance = 1e-9) {
  for (const [name, value] of Object.entries(answer)) {
    const wanted = others[name] ?? Number.NaN;
    if (Math.abs(value - wanted) <= tolerance * Math.abs(wanted)) continue;
    throw new Stop(
      `bench/${command.join(" ")}: ${name} is ${value}, and ${wanted} for the peer; one of them is wrong.`,
    );
  }
}
