import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { runNotebook } from "./lib/cell-runner.mjs";
import { brokenClaims, claimRuns, idleClaims } from "./lib/claims.mjs";
import { comparePublished } from "./lib/compare-published.mjs";
import { notebookNames, notebookPath } from "./lib/course-notebooks.mjs";
import { thisMachine } from "./lib/machine.mjs";
import { readNotebook } from "./lib/notebook.mjs";
import { root, scratch, tools, useSharedData } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { requiredNames } from "./lib/required.mjs";
import { run } from "./lib/run.mjs";
import { checkPublished } from "./publish-notebooks.mjs";
import { runNotebooks, writeRecords } from "./run-notebooks.mjs";
import { setUp } from "./set-up.mjs";
import { hasClientPackages } from "./spark/client-package.mjs";

const USAGE = `Runs everything that must hold, and ends with the totals.

  npm test [-- options]

  build · lint and format (biome) · types (tsc) · unit tests (vitest) ·
  all notebooks with their solutions in real Jupyter · tests of what they record, with other parameters and data too ·
  notebooks as published, their outputs compared with those of the run · JupyterLab in a real browser

  --quick   at most 90 seconds: build, lint, types, the tests of test/house and the unit tests that are not marked slow,
            the notebooks 00 and 02 without Jupyter, notebooks as published
  (none)    at most 12 minutes: all but what is marked long
  --all     at most 40 minutes: all of it, and tests of kernels and models with the backend "plain"
  --help    this text

A test is marked by a tag: "slow" takes seconds, "long" many of them. Tests that need ML-100K (npm run data -- ml-100k),
a Chromium or DuckDB (npm run duckdb) are skipped where it is missing, and those of packages/spark without its packages
and a server (npm run spark -- install --server). REELBOOK_REQUIRE=ml-100k,chromium,duckdb,spark makes that a failure.`;

/**
 * What passed, and the names of what failed and of what was skipped.
 * @typedef {{ passed: number, failed: string[], skipped: string[] }} Totals
 */
/** @typedef {[title: string, stage: () => Promise<Totals>]} Stage */

const QUICK = ["00-start-here", "02-popularity"];

const records = join(scratch, "records");
const executed = join(scratch, "executed");
const claims = join(scratch, "claims.jsonl");

/** @type {Stage[]} */
const always = [
  [
    "Build",
    () =>
      one(
        "the build",
        build().then(() => true),
      ),
  ],
  ["Lint", () => tool("lint", tools.biome, "check", "--error-on-warnings")],
  ["Types", types],
];

/** Those of packages/spark too, where what it depends on is installed. */
async function types() {
  const projects = ["tsconfig.json", ...(hasClientPackages() ? ["packages/spark/tsconfig.json"] : [])];
  const check = (/** @type {string} */ project) =>
    tool(`the types of ${project}`, tools.tsc, "--noEmit", "-p", project);
  return sum(await Promise.all(projects.map(check)));
}

/** @param {string[]} leftOut tags of tests */
function unitTests(leftOut) {
  return vitest("unit", leftOut, ["--project=together", "--project=alone", "--project=spark"]);
}

/** @param {string[]} leftOut tags of tests */
function browserTests(leftOut) {
  return vitest("browser", leftOut, ["--no-file-parallelism", "--project=browser"], { shown: false });
}

/** @type {Stage} */
const plainStage = ["Kernels and models without WebAssembly", () => testsWithoutWasm()];

/**
 * Stages beside which another one runs: it starts with the first of them, and the last one waits
 * for it. The tests in a browser mostly wait, so that they do not need time of their own; they
 * print when they end.
 * @param {Stage[]} stages
 * @param {Stage} other
 * @returns {Stage[]}
 */
export function withBeside([[title, stage], ...others], [otherTitle, other]) {
  /** @type {Promise<Totals>} */
  let running;
  const start = () => {
    running = other();
    // An error is reported by the stage that waits for it.
    running.catch(() => {});
    return stage();
  };
  return [[title, start], ...others, [`${otherTitle}, beside what was before`, () => running]];
}

/** @type {Stage[]} */
const quickly = [
  ...always,
  ["Unit tests", () => unitTests(["slow", "long"])],
  ["Notebooks 00 and 02 without Jupyter", quickNotebooks],
  ["Published notebooks", async () => publishedNotebooks()],
];

/**
 * Each stage runs, whatever became of the ones before it. The browser runs beside the unit tests
 * only: notebooks in Jupyter beside it take twice as long. With the tests that fit models for
 * minutes it runs alone, or it would run out of time.
 * @param {string[]} leftOut tags of tests
 * @returns {Stage[]}
 */
function thoroughly(leftOut) {
  /** @type {Stage} */
  const units = ["Unit tests", () => unitTests(leftOut)];
  /** @type {Stage[]} */
  const notebooks = [
    ["Notebooks in Jupyter", notebooksInJupyter],
    ["What the notebooks record", () => notebookTests(leftOut)],
  ];
  /** @type {Stage} */
  const browser = ["JupyterLab in a browser", () => browserTests(leftOut)];
  return [
    ...always,
    ...(leftOut.length === 0 ? [units, browser, plainStage] : withBeside([units], browser)),
    ...notebooks,
    ["Published notebooks", async () => sum([publishedNotebooks(), await publishedOutputs()])],
  ];
}

/** Tests of what has kernels, with the backend "plain"; other tests run with "wasm". */
async function testsWithoutWasm() {
  const before = process.env.REELBOOK_BACKEND;
  process.env.REELBOOK_BACKEND = "plain";
  try {
    const folders = ["kernels", "models", "evaluation"].map((folder) => `test/${folder}/`);
    return await vitest("plain", [], ["--project=together", ...folders]);
  } finally {
    if (before === undefined) delete process.env.REELBOOK_BACKEND;
    else process.env.REELBOOK_BACKEND = before;
  }
}

async function quickNotebooks() {
  return countNotebooks(await runNotebooks(QUICK, { withSolutions: true }, runNotebook));
}

/**
 * The last of the course first: they take longest, and none of them should run alone at the end.
 */
async function notebooksInJupyter() {
  for (const folder of [records, executed]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(executed, { recursive: true });
  const names = notebookNames().reverse();
  const results = await runNotebooks(names, { withSolutions: true, output: executed });
  for (const each of results) writeRecords(join(records, `${each.name}.json`), each.records);
  return countNotebooks(results);
}

/**
 * Runs notebooks with other parameters, too, and lists the claims of their texts that these break.
 * The list of those that nothing breaks needs all runs.
 * @param {string[]} leftOut
 */
async function notebookTests(leftOut) {
  const totals = await vitest("notebooks", leftOut, ["--project=notebooks"]);
  const runs = claimRuns(claims);
  const broken = brokenClaims(runs);
  if (broken.length > 0) console.log(["Claims that other parameters break:", ...broken].join("\n  "));
  const idle = leftOut.length === 0 ? idleClaims(runs) : [];
  if (idle.length > 0) console.log(["Claims that no run breaks (idle):", ...idle].join("\n  "));
  return totals;
}

/** @param {import("./lib/execution.mjs").Execution[]} results @returns {Totals} */
function countNotebooks(results) {
  if (results.length === 0) return { passed: 0, failed: ["no notebook ran"], skipped: [] };
  const failed = results.filter(({ error }) => error).map(({ name }) => `notebook ${name}`);
  return { passed: results.length - failed.length, failed, skipped: [] };
}

/** @returns {Totals} */
function publishedNotebooks() {
  const names = notebookNames();
  const failed = checkPublished(names).map((name) => `${name} as published`);
  return { passed: names.length - failed.length, failed, skipped: [] };
}

/** Compares the published outputs with those of the run in Jupyter. @returns {Promise<Totals>} */
async function publishedOutputs() {
  const machine = await thisMachine();
  const results = notebookNames().map((name) => {
    const file = join(executed, `${name}.ipynb`);
    if (!existsSync(file)) return { name, failures: [`${name} gave no outputs to compare`], notes: [] };
    const published = readNotebook(notebookPath(name));
    return { name, ...comparePublished(name, published, readNotebook(file), machine) };
  });
  for (const line of results.flatMap(({ failures, notes }) => [...notes, ...failures])) console.error(line);
  const failed = results
    .filter(({ failures }) => failures.length > 0)
    .map(({ name }) => `the published outputs of ${name}`);
  if (failed.length > 0) console.error("Where a run is right, publish it: npm run publish-notebooks");
  return { passed: results.length - failed.length, failed, skipped: [] };
}

/** @param {string} name @param {string} script @param {string[]} args */
function tool(name, script, ...args) {
  const ended = run(process.execPath, [script, ...args], { shown: true });
  return one(
    name,
    ended.then(({ code }) => code === 0),
  );
}

/** @param {string} name @param {Promise<boolean>} outcome @returns {Promise<Totals>} */
async function one(name, outcome) {
  return (await outcome)
    ? { passed: 1, failed: [], skipped: [] }
    : { passed: 0, failed: [name], skipped: [] };
}

/**
 * @param {string} name of the report
 * @param {string[]} leftOut tags of tests
 * @param {string[]} args
 * @param {{ shown: boolean }} [options] whether it prints while it runs, or all at its end
 * @returns {Promise<Totals>}
 */
async function vitest(name, leftOut, args, { shown } = { shown: true }) {
  const report = join(scratch, `vitest-${name}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const filter = leftOut.length > 0 ? [`--tags-filter=${leftOut.map((tag) => `!${tag}`).join(" && ")}`] : [];
  const command = [tools.vitest, "run", ...reporters, ...filter, ...args];
  const { code, stdout, stderr } = await run(process.execPath, command, { shown });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, "utf8")), code, leftOut)
    : one(`the tests "${name}", which gave no report`, Promise.resolve(false));
}

/**
 * @typedef {{ status: string, fullName: string, tags?: string[] }} TestReport
 * @param {{ testResults: { name: string, status: string, assertionResults: TestReport[] }[] }}
 *   report
 * @param {number | null} code
 * @param {string[]} [leftOut] tags of tests that are not meant to run and do not count
 * @returns {Totals}
 */
export function countTests({ testResults }, code, leftOut = []) {
  const tests = testResults
    .flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: relative(root, file.name) })))
    .filter(({ tags = [] }) => !tags.some((tag) => leftOut.includes(tag)));
  const passed = tests.filter(({ status }) => status === "passed").length;
  const brokenTests = tests
    .filter(({ status }) => status === "failed")
    .map(({ file, fullName }) => `${file}: ${fullName}`);
  const brokenFiles = testResults
    .filter(({ status }) => status === "failed")
    .filter((file) => !file.assertionResults.some(({ status }) => status === "failed"))
    .map(({ name }) => relative(root, name));
  const failed = [...brokenTests, ...brokenFiles];
  if (failed.length === 0 && code !== 0) failed.push("an error outside of any test");
  const skipped = tests
    .filter(({ status }) => !["passed", "failed"].includes(status))
    .map((test) => test.fullName);
  return { passed, failed, skipped };
}

/** @param {Totals[]} totals @returns {Totals} */
function sum(totals) {
  return {
    passed: totals.reduce((total, { passed }) => total + passed, 0),
    failed: totals.flatMap(({ failed }) => failed),
    skipped: totals.flatMap(({ skipped }) => skipped),
  };
}

/** @param {string} title @param {unknown} error @returns {Totals} */
function reportFailure(title, error) {
  console.error(error instanceof Stop ? error.message : error);
  return { passed: 0, failed: [`the stage "${title}"`], skipped: [] };
}

await program(import.meta.url, {
  usage: USAGE,
  options: { quick: { type: "boolean" }, all: { type: "boolean" } },
  async main({ quick, all }) {
    if (quick && all) throw new Stop("--quick and --all exclude each other; give one of them.");
    requiredNames();
    useSharedData();
    mkdirSync(scratch, { recursive: true });
    rmSync(claims, { force: true });
    process.env.REELBOOK_CLAIMS = claims;

    await setUp({ builds: false, jupyter: !quick });
    /** @type {Totals[]} */
    const totals = [];
    const times = [];
    for (const [title, stage] of quick ? quickly : thoroughly(all ? [] : ["long"])) {
      console.log(`\n${title}`);
      const start = performance.now();
      totals.push(await stage().catch((error) => reportFailure(title, error)));
      times.push(`${title}: ${Math.round((performance.now() - start) / 1000)} s`);
    }

    const { passed, failed, skipped } = sum(totals);
    console.log(["", ...skipped.map((name) => `skipped: ${name}`), times.join(" · ")].join("\n"));
    if (failed.length > 0) console.log(["Failed:", ...failed].join("\n  "));
    const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
    console.log(`${passed} passed, ${failed.length} failed${skips}`);
    return failed.length > 0 ? 1 : 0;
  },
});
