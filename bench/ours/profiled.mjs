import { Session } from "node:inspector";

/** Functions with less of the time are left out. */
const LEAST_SHARE = 0.03;

/**
 * Runs work. Where BENCH_PROFILE is set, V8 samples this thread meanwhile, and when the process
 * ends its last line is the profile: the functions that took the time.
 *
 * @template Answer
 * @param {() => Answer} work may be a promise
 * @returns {Answer}
 */
export function profiled(work) {
  if (!process.env.BENCH_PROFILE) return work();
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.start");
  const stop = () =>
    session.post("Profiler.stop", (error, stopped) => {
      if (error) throw error;
      process.once("exit", () => console.log(JSON.stringify({ profile: sharesOf(stopped.profile) })));
    });
  const answer = work();
  if (!(answer instanceof Promise)) {
    stop();
    return answer;
  }
  return /** @type {Answer} */ (answer.finally(stop));
}

/**
 * The share of all samples that each function had itself, the largest first.
 *
 * @param {Pick<import("node:inspector").Profiler.Profile, "nodes">} profile
 * @returns {{ name: string, share: number }[]}
 */
export function sharesOf({ nodes }) {
  /** @type {Map<string, number>} */
  const samples = new Map();
  let all = 0;
  for (const { callFrame, hitCount = 0 } of nodes) {
    const name = callFrame.functionName || "(anonymous)";
    samples.set(name, (samples.get(name) ?? 0) + hitCount);
    all += hitCount;
  }
  return [...samples]
    .map(([name, count]) => ({ name, share: count / all }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
}
