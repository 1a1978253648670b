import { verdict } from "../lib/benchmark.mjs";
import { duration } from "../lib/format.mjs";
import { markdownTable } from "../lib/table.mjs";
import { measureServer } from "../serve/measure-server.mjs";

/**
 * @typedef {object} ServeResult
 * @property {string} name
 * @property {number} requests
 * @property {number} errors answers other than 200
 * @property {import("../lib/statistics.mjs").Spread} measured in seconds
 * @property {number} p99 in seconds: 99 of 100 answers came in this time
 * @property {number} [goal] of p99, in seconds, at most
 */

/** @type {import("../lib/benchmark.mjs").Benchmark<ServeResult>} */
export const benchmark = {
  title: "A server",
  about:
    "`examples/serve` with an `ImplicitAls` of 64 factors, 20,000 items and 5,000 users, at 100 requests a second for 30 seconds from another " +
    "process, in rounds of ten: seven lists of 10 for known users, one request for similar items, one for reasons, and one list for a new user with 20 items. After each round comes a request of `/health`, which computes nothing and is not in the row *all*: it shows the time that HTTP, both programs and the machine take. " +
    "The ratings are made up. A time counts from when a request was due to the end of its answer.",
  table: (results) =>
    markdownTable(["", "requests", "errors", "median", "p99", "longest", "goal"], results.map(row)),
  async measure({ quick }) {
    const size = quick
      ? { users: 500, items: 2000, seconds: 3 }
      : { users: 5000, items: 20_000, seconds: 30 };
    return resultsOf(await measureServer({ ...size, factors: 64, rate: 110 }));
  },
};

/**
 * @param {readonly import("../serve/measure-server.mjs").Answer[]} answers
 * @returns {ServeResult[]} of all, and of each path
 */
export function resultsOf(answers) {
  const paths = [...new Set(answers.map(({ path }) => path))].sort();
  const groups = paths.map((path) => ({
    name: `\`${path}\``,
    answers: answers.filter((each) => each.path === path),
  }));
  const all = answers.filter(({ path }) => path !== "/health");
  return [{ name: "all", answers: all, goal: 0.005 }, ...groups].map(({ answers: own, ...about }) => {
    const times = own.map(({ milliseconds }) => milliseconds / 1000).sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      times[Math.max(Math.ceil(share * times.length), 1) - 1] ?? Number.NaN;
    const errors = own.filter(({ isRight }) => !isRight).length;
    const measured = { median: at(0.5), min: at(0), max: at(1) };
    return { ...about, requests: own.length, errors, measured, p99: at(0.99) };
  });
}

/** @param {ServeResult} result */
function row({ name, requests, errors, measured: { median, max }, p99, goal }) {
  const numbers = [requests, errors].map((count) => count.toLocaleString("en"));
  const goalText = goal === undefined ? "" : verdict(`p99 at most ${duration(goal)}`, p99 <= goal);
  return [name, ...numbers, ...[median, p99, max].map(duration), goalText];
}
