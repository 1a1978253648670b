import { currentHost } from "./hosts/current-host.js";
import { plainValue } from "./tables/plain-value.js";

const recorded = new Map<string, unknown>();

/**
 * Keeps a named result, and returns it. If records are collected (the runner sets
 * `REELBOOK_RECORDS` to a file), the result is also written there, as one line of JSON: { "name":
 * …, "value": … }. A cell can be run again by hand; while records are collected, each name is used
 * once.
 *
 * @throws TypeError for a value that JSON cannot represent; RangeError for a name used twice while
 *   records are collected.
 * @example
 * const best = record("best movie", "Heat (1995)");
 */
export function record<T>(name: string, value: T): T {
  const plain = plainValue(value, `record "${name}"`);
  const { writeRecord } = currentHost();
  if (writeRecord && recorded.has(name)) {
    throw new RangeError(`record "${name}" was already written in this run; give each record its own name`);
  }
  recorded.set(name, plain);
  writeRecord?.(JSON.stringify({ name, value: plain }));
  return value;
}
