import { digits, duration } from "./format.mjs";
import { runLine } from "./run-line.mjs";
import { summaryOf } from "./summary.mjs";
import { markdownTable } from "./table.mjs";

/**
 * What an engine took at one size.
 *
 * @typedef {object} EngineRun
 * @property {string} size
 * @property {number} knn seconds to read, split, fit item KNN and make 200 lists
 * @property {number} als seconds of the fit of ALS alone
 * @property {number} bytes the peak of the whole process
 * @property {number} testCount rows of the test part of the split
 * @property {number} sumOfScores of the lists
 */

const GIB = 2 ** 30;

/** How far sums of scores may be apart, relatively. */
const SAME = 1e-9;

/** Memory of a computer that one buys. */
const COMPUTER = 16 * GIB;

/**
 * The section of docs/large.md on where each engine takes over from memory, made only from the
 * record of bench/benchmarks/large.mjs.
 *
 * @param {import("./speed-records.mjs").SpeedRecord} record
 * @throws an Error where engines give different answers
 */
export function enginesSection(record) {
  const [memory, duckdb, spark] = ["in memory", "DuckDB", "Spark"].map((engine) => runsOf(record, engine));
  const inBoth = pairsOf(memory, duckdb);
  const onBoth = pairsOf(memory, spark).filter(([ours, theirs]) => ours.als > 0 && theirs.als > 0);
  if (inBoth.length === 0) {
    return "Not measured yet: `npm run bench -- --only large` writes the record that this is made from.";
  }
  const headings = ["ratings", "item KNN in memory", "in DuckDB", "ALS in memory", "on Spark"];
  const rows = [...(memory ?? [])].map(([size, run]) => [
    size,
    cell(run.knn, run.bytes),
    cell(duckdb?.get(size)?.knn, duckdb?.get(size)?.bytes),
    cell(run.als, undefined),
    cell(spark?.get(size)?.als, spark?.get(size)?.bytes),
  ]);
  return [
    `${runLine(record)} Seconds, and the peak memory of the whole process. Item KNN is with reading, the time split and 200 lists; ALS is its fit alone. The page of benchmarks has each step.`,
    markdownTable(headings, rows),
    `**Where DuckDB takes over.** ${duckdbText(inBoth)} ${memoryText([...(memory?.values() ?? [])])}`,
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
 * @param {Map<string, EngineRun> | undefined} first
 * @param {Map<string, EngineRun> | undefined} second
 * @returns {(readonly [EngineRun, EngineRun])[]} the sizes that both have
 */
function pairsOf(first, second) {
  return [...(first ?? [])].flatMap(([size, run]) => {
    const other = second?.get(size);
    if (other) refuseUnequal(run, other);
    return other ? [/** @type {const} */ ([run, other])] : [];
  });
}

/** @param {EngineRun} first @param {EngineRun} second 0 for what it does not give */
function refuseUnequal(first, second) {
  const difference = Math.abs(second.sumOfScores / first.sumOfScores - 1);
  if (first.testCount === second.testCount && (second.sumOfScores === 0 || difference < SAME)) return;
  throw new Error(
    `At ${first.size} ratings the engines differ: ${first.testCount} and ${second.testCount} test rows, ${first.sumOfScores} and ${second.sumOfScores} as sums of scores.`,
  );
}

/** @param {number | undefined} seconds @param {number | undefined} bytes */
function cell(seconds, bytes) {
  const texts = [seconds ? duration(seconds) : "", bytes ? `${digits(bytes / GIB)} GiB` : ""];
  return seconds ? texts.filter(Boolean).join(", ") : "–";
}

/** @param {readonly (readonly [EngineRun, EngineRun])[]} pairs in memory, and in DuckDB */
function duckdbText(pairs) {
  const times = range(pairs.map(([memory, duckdb]) => duckdb.knn / memory.knn));
  const first = pairs.find(([memory, duckdb]) => duckdb.bytes < memory.bytes);
  const slower = `Item KNN in DuckDB takes ${times} times as long as in memory.`;
  if (!first) return `${slower} At no size that was measured does it take less memory.`;
  const [memory, duckdb] = first;
  return `${slower} It takes less memory from ${memory.size} ratings on: ${digits(duckdb.bytes / GIB)} GiB there, where memory takes ${digits(memory.bytes / GIB)} GiB.`;
}

/** @param {readonly EngineRun[]} runs in memory, of growing size */
function memoryText(runs) {
  const [before, last] = runs.slice(-2);
  if (!before || !last) return "";
  const [from, to] = [before, last].map(({ size }) => 1e6 * Number.parseFloat(size));
  const perRating = (last.bytes - before.bytes) / ((to ?? 0) - (from ?? 0));
  const most = ((to ?? 0) + (COMPUTER - last.bytes) / perRating) / 1e6;
  return `From ${before.size} to ${last.size}, memory grows by ${digits(perRating)} bytes for each rating; if that goes on, a process of ${COMPUTER / GIB} GiB holds about ${digits(most)} million.`;
}

/** @param {readonly (readonly [EngineRun, EngineRun])[]} pairs in memory, and on Spark */
function sparkText(pairs) {
  const times = range(pairs.map(([memory, spark]) => spark.als / memory.als));
  const faster = pairs.find(([memory, spark]) => spark.als < memory.als);
  const where = faster
    ? `It is faster from ${faster[0].size} ratings on.`
    : "On one machine it takes over nowhere among these sizes; it pays where several machines hold what one does not.";
  return `ALS on Spark takes ${times} times as long as in memory. ${where}`;
}

/** @param {readonly number[]} values */
function range(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(digits);
  return least === most ? least : `${least} to ${most}`;
}
