import { digits, duration, gibibytes } from "./format.mjs";
import { runLine } from "./run-line.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

/**
 * What an engine took at one size.
 *
 * @typedef {object} EngineRun
 * @property {string} size
 * @property {number} knn seconds to read, split, fit item KNN and make 200 lists; 0 if not run
 * @property {number} als seconds of the fit of ALS alone; 0 if not run
 * @property {number} bytes the peak of the whole process
 * @property {number} testCount rows of the test part of the split
 * @property {number} sumOfScores of the lists; 0 for an engine that gives none
 *
 * @typedef {readonly [EngineRun, EngineRun]} Pair both engines at one size
 */

/** How far sums of scores may be apart, relatively. */
const SAME = 1e-9;

/** Bytes of a process that a usual computer has room for. */
const COMPUTER = 16 * 2 ** 30;

/**
 * The section of docs/large.md on where each engine takes over from memory, made only from the
 * record of bench/benchmarks/large.mjs.
 *
 * @param {import("./speed-records.mjs").SpeedRecord} record
 * @throws an Error where engines give different answers
 */
export function enginesSection(record) {
  const [memory, duckdb, spark] = [
    runsOf(record, "in memory"),
    runsOf(record, "DuckDB"),
    runsOf(record, "Spark"),
  ];
  const inBoth = pairsOf(memory, duckdb);
  const onBoth = pairsOf(memory, spark).filter(([ours, theirs]) => ours.als > 0 && theirs.als > 0);
  if (inBoth.length === 0) {
    return "Not measured yet: `npm run bench -- --only large` writes the record that this is made from.";
  }
  const headings = ["ratings", "item KNN in memory", "in DuckDB", "ALS in memory", "on Spark"];
  const rows = [...new Set([memory, duckdb, spark].flatMap((runs) => [...runs.keys()]))].map((size) => {
    const [inMemory, inDuckdb, onSpark] = [memory, duckdb, spark].map((runs) => runs.get(size));
    return [
      size,
      cell(inMemory?.knn, inMemory?.bytes),
      cell(inDuckdb?.knn, inDuckdb?.bytes),
      cell(inMemory?.als),
      cell(onSpark?.als, onSpark?.bytes),
    ];
  });
  return [
    `${runLine(record)} Times, and the peak memory of the whole process. Item KNN is with reading, the time split and 200 lists; ALS is its fit alone. [The benchmarks](benchmarks.md#large-data-in-memory-in-duckdb-and-on-spark) have each step.`,
    markdownTable(headings, rows),
    `**Where DuckDB takes over.** ${duckdbText(inBoth)} ${memoryText([...memory.values()])}`,
    ...(onBoth.length > 0 ? [`**Where Spark takes over.** ${sparkText(onBoth)}`] : []),
  ].join("\n\n");
}

/**
 * @param {import("./speed-records.mjs").SpeedRecord} record
 * @param {string} engine
 * @returns {Map<string, EngineRun>} by size, in the order of the record
 */
function runsOf({ results }, engine) {
  /** @type {Map<string, EngineRun>} */
  const runs = new Map();
  for (const result of results) {
    const [size = "", name] = result.name.split(", ");
    const { answer = {} } = summaryOf(result);
    /** @param {string} step */
    const of = (step) => answer[step]?.ours ?? 0;
    const bytes = of("bytesAtPeak");
    if (name !== engine || bytes === 0) continue;
    const knn = of("fit") > 0 ? of("open") + of("split") + of("fit") + of("lists") : 0;
    const answers = { testCount: of("testCount"), sumOfScores: of("sumOfScores") };
    runs.set(size, { size, knn, als: of("als"), bytes, ...answers });
  }
  return runs;
}

/**
 * @param {Map<string, EngineRun>} first
 * @param {Map<string, EngineRun>} second
 * @returns {Pair[]} the sizes that both have
 */
function pairsOf(first, second) {
  return [...first].flatMap(([size, run]) => {
    const other = second.get(size);
    if (other) refuseUnequal(run, other);
    return other ? [/** @type {const} */ ([run, other])] : [];
  });
}

/** @param {EngineRun} first @param {EngineRun} second */
function refuseUnequal(first, second) {
  const difference = Math.abs(second.sumOfScores / first.sumOfScores - 1);
  if (first.testCount === second.testCount && (second.sumOfScores === 0 || difference < SAME)) return;
  throw new Error(
    `At ${first.size} ratings the engines differ: ${first.testCount} and ${second.testCount} test rows, ${first.sumOfScores} and ${second.sumOfScores} as sums of scores.`,
  );
}

/** @param {number} [seconds] 0 if not run @param {number} [bytes] */
function cell(seconds, bytes) {
  if (!seconds) return "–";
  return bytes === undefined ? duration(seconds) : `${duration(seconds)}, ${gibibytes(bytes)}`;
}

/**
 * The first pair from which on all pass a test; undefined where the last one does not.
 *
 * @param {readonly Pair[]} pairs of growing size
 * @param {(pair: Pair) => boolean} test
 */
function firstOfAllLater(pairs, test) {
  return pairs.find((_, place) => pairs.slice(place).every(test));
}

/** @param {readonly Pair[]} pairs in memory, and in DuckDB */
function duckdbText(pairs) {
  const times = range(pairs.map(([memory, duckdb]) => duckdb.knn / memory.knn));
  const first = firstOfAllLater(pairs, ([memory, duckdb]) => duckdb.bytes < memory.bytes);
  const slower = `Item KNN in DuckDB takes ${times} times as long as in memory.`;
  if (!first) return `${slower} At the largest size that was measured it does not take less memory.`;
  const [memory, duckdb] = first;
  return `${slower} It takes less memory from ${memory.size} ratings on: ${gibibytes(duckdb.bytes)} there, and ${gibibytes(memory.bytes)} in memory.`;
}

/** @param {readonly EngineRun[]} runs in memory, of growing size */
function memoryText(runs) {
  const [before, last] = runs.slice(-2);
  if (!before || !last) return "";
  const [from, to] = [countOf(before), countOf(last)];
  const perRating = (last.bytes - before.bytes) / (to - from);
  const most = (to + (COMPUTER - last.bytes) / perRating) / 1e6;
  return `From ${before.size} to ${last.size}, memory grows by ${digits(perRating)} bytes for each rating. If that goes on, a process of ${gibibytes(COMPUTER)} holds about ${digits(most)} million.`;
}

/** The ratings of a size such as "25M". @param {EngineRun} run */
function countOf({ size }) {
  return 1e6 * Number.parseFloat(size);
}

/** @param {readonly Pair[]} pairs in memory, and on Spark */
function sparkText(pairs) {
  const times = range(pairs.map(([memory, spark]) => spark.als / memory.als));
  const faster = firstOfAllLater(pairs, ([memory, spark]) => spark.als < memory.als);
  const where = faster
    ? `It is faster from ${faster[0].size} ratings on.`
    : "On one machine it is not faster at the largest of these sizes; it is for ratings that several machines hold and one does not.";
  return `ALS on Spark takes ${times} times as long as in memory. ${where}`;
}

/** @param {readonly number[]} values */
function range(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(digits);
  return least === most ? least : `${least} to ${most}`;
}
