import { missesTime } from "./benchmark.mjs";
import { measurePairs, profileOf } from "./measure.mjs";

/** What engines and systems say where memory runs out. */
const OUT_OF_MEMORY =
  /out ?of ?memory|allocation failed|invalid (typed )?array length|java heap space|ENOMEM/i;

/**
 * Measures the cases of a benchmark in turn.
 *
 * @param {import("./benchmark.mjs").Benchmark} benchmark
 * @param {object} options
 * @param {boolean} options.quick
 * @param {boolean} options.hasPeer whether the benchmark's peer is installed
 * @param {(results: import("./benchmark.mjs").Result[]) => void} options.keep called after each
 *   case, for a benchmark that keeps failures
 * @returns {Promise<import("./benchmark.mjs").Result[]>}
 * @throws Stop for a case that fails, if the benchmark does not keep failures
 */
export async function runCases(benchmark, { quick, hasPeer, keep }) {
  /** @type {import("./benchmark.mjs").Result[]} */
  const results = [];
  for (const each of (await benchmark.cases?.({ quick })) ?? []) {
    const { name, theirs, ownWay, note, goals = {}, ifMissed, missing, ...how } = each;
    const title = missing ? `${name}: ${missing} is missing` : name;
    console.log(`${benchmark.title}: ${title} …`);
    const shown = { name: title, goals, isAlone: !theirs, ownWay, note, ifMissed };
    try {
      const peer = hasPeer ? theirs : undefined;
      const measured = missing ? { ours: [], peer: [] } : await measurePairs({ ...how, peer, ownWay });
      const result = { ...shown, ...measured };
      const profile = !quick && missesTime(result) ? await profileOf(how.ours, how) : undefined;
      results.push({ ...result, ...(profile && { profile }) });
    } catch (error) {
      if (!benchmark.keepsFailures) throw error;
      const { message } = /** @type {Error} */ (error);
      console.error(message);
      const failure = failureOf(message);
      results.push({ ...shown, name: `${name}: ${failure}`, failure, ours: [], peer: [] });
    }
    if (benchmark.keepsFailures) keep(results);
  }
  return results;
}

/** Why a case failed, in a few words. @param {string} message of `measure` */
export function failureOf(message) {
  if (OUT_OF_MEMORY.test(message)) return "out of memory";
  const [, signal] = /ended by (SIG\w+)/.exec(message) ?? [];
  if (signal === "SIGKILL") return "killed, as the system does where memory runs out";
  return signal ? `ended by ${signal}` : "failed";
}
