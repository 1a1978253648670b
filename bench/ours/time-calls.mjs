import { spread } from "../lib/statistics.mjs";
import { profiled } from "./profiled.mjs";

/**
 * Times calls of the same work: the first in this process, and the median of the later ones. A
 * single call is `seconds`.
 *
 * @template Answer
 * @param {() => Answer} work
 * @param {number} [later] calls after the first
 * @param {() => void} [prepare] runs before each call, and is not timed
 */
export function timeCalls(work, later = 3, prepare) {
  const times = [];
  let answer;
  for (let call = 0; call <= later; call++) {
    prepare?.();
    const start = performance.now();
    answer = call === later ? profiled(work) : work();
    times.push((performance.now() - start) / 1000);
  }
  const [firstSeconds = Number.NaN, ...others] = times;
  const seconds = later === 0 ? { seconds: firstSeconds } : { firstSeconds, seconds: spread(others).median };
  return { ...seconds, answer: /** @type {Answer} */ (answer) };
}
