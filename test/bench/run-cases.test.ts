import { expect, test } from "vitest";
import type { Benchmark, Result } from "../../bench/lib/benchmark.mjs";
import { failureOf, runCases } from "../../bench/lib/run-cases.mjs";

// The case of a script that is not there fails, in a process of its own.
const benchmark: Benchmark = {
  title: "Made up",
  about: "",
  cases: async () => [
    { name: "1M, Spark", ours: ["ours/none.mjs"], pairs: 1, missing: "Java" },
    { name: "100M", ours: ["ours/none.mjs"], pairs: 1, countsFirst: true },
  ],
};
const options = { quick: true, hasPeer: false, keep: () => {} };

test("a case that fails is a row that says so, and each result is kept at once", async () => {
  const kept: string[][] = [];
  const keep = (results: Result[]) => kept.push(results.map(({ name }) => name));
  const results = await runCases({ ...benchmark, keepsFailures: true }, { ...options, keep });
  expect(results[1]).toMatchObject({ name: "100M: failed", failure: "failed", ours: [], isAlone: true });
  expect(kept).toEqual([["1M, Spark: Java is missing"], ["1M, Spark: Java is missing", "100M: failed"]]);
});

test("it ends a benchmark that does not keep failures", async () => {
  await expect(runCases(benchmark, options)).rejects.toThrow("bench/ours/none.mjs");
});

test.each([
  ["bench/ours/large.mjs failed:\nRangeError: Array buffer allocation failed", "out of memory"],
  ["bench/ours/large.mjs ended by SIGABRT:\nFATAL ERROR: JavaScript heap out of memory", "out of memory"],
  ["failed:\nError: Out of Memory Error: could not allocate block", "out of memory"],
  ["failed:\nSparkError: java.lang.OutOfMemoryError", "out of memory"],
  ["bench/ours/large.mjs ended by SIGKILL:\n", "killed, as the system does where memory runs out"],
  ["bench/ours/large.mjs ended by SIGTERM:\n", "ended by SIGTERM"],
  ["bench/ours/large.mjs failed:\nTypeError: x is not a function", "failed"],
])("%j is %j", (message, reason) => {
  expect(failureOf(message)).toBe(reason);
});
