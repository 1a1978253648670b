import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { notebookNames } from "./lib/course-notebooks.mjs";
import { scratch, tools, useSharedData } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import { run } from "./lib/run.mjs";
import { checkPublished } from "./publish-notebooks.mjs";
import { runNotebooks, writeRecords } from "./run-notebooks.mjs";
import { setUp } from "./set-up.mjs";

const USAGE = `Runs everything that must hold, and ends with the totals.

  npm test

  build · lint and format (biome) · types (tsc) · unit tests (vitest) ·
  all notebooks with their solutions in real Jupyter · tests of what they record ·
  notebooks as published · JupyterLab in a real browser

  --help   this text`;

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Totals */

/** Each stage runs, whatever became of the ones before it. @type {[title: string, stage: () => Promise<Totals>][]} */
const stages = [
  ["Build", () => one(build().then(() => true))],
  ["Lint", () => tool(tools.biome, "check", "--error-on-warnings")],
  ["Types", () => tool(tools.tsc, "-p", "tsconfig.json")],
  ["Unit tests", () => vitest("unit", "--exclude", "test/notebooks/**", "--exclude", "test/browser/**")],
  ["Notebooks", notebooks],
  ["What the notebooks record", () => vitest("notebooks", "test/notebooks/")],
  ["Published notebooks", publishedNotebooks],
  ["JupyterLab in a browser", () => vitest("browser", "--no-file-parallelism", "test/browser/")],
];

async function notebooks() {
  const folder = join(scratch, "records");
  rmSync(folder, { recursive: true, force: true });
  const results = await runNotebooks(notebookNames(), { withSolutions: true });
  for (const { name, records } of results) writeRecords(join(folder, `${name}.json`), records);
  const failed = results.filter(({ error }) => error).length;
  return { passed: results.length - failed, failed, skipped: [] };
}

async function publishedNotebooks() {
  const names = notebookNames();
  const failed = checkPublished(names);
  return { passed: names.length - failed, failed, skipped: [] };
}

/** @param {string} script @param {string[]} args */
function tool(script, ...args) {
  return one(run(process.execPath, [script, ...args], { shown: true }).then(({ code }) => code === 0));
}

/** @param {Promise<boolean>} outcome @returns {Promise<Totals>} */
async function one(outcome) {
  return (await outcome) ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
}

/** @param {string} name of the report @param {string[]} args @returns {Promise<Totals>} */
async function vitest(name, ...args) {
  const report = join(scratch, `vitest-${name}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const command = [tools.vitest, "run", "--passWithNoTests", ...reporters, ...args];
  const { code } = await run(process.execPath, command, { shown: true });
  return existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, "utf8")), code)
    : one(Promise.resolve(false));
}

/**
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @param {number | null} code
 * @returns {Totals}
 */
export function countTests({ testResults }, code) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const brokenTests = tests.filter(({ status }) => status === "failed").length;
  const brokenFiles = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  ).length;
  const skipped = tests
    .filter(({ status }) => !["passed", "failed"].includes(status))
    .map((test) => test.fullName);
  // An error outside of any test fails the run alone.
  return { passed, failed: Math.max(brokenTests + brokenFiles, code === 0 ? 0 : 1), skipped };
}

/** @param {unknown} error @returns {Totals} */
function reportFailure(error) {
  console.error(error instanceof Stop ? error.message : error);
  return { passed: 0, failed: 1, skipped: [] };
}

await program(import.meta.url, {
  usage: USAGE,
  options: {},
  async main() {
    useSharedData();
    mkdirSync(scratch, { recursive: true });

    await setUp({ builds: false });
    /** @type {Totals[]} */
    const totals = [];
    for (const [title, stage] of stages) {
      console.log(`\n${title}`);
      totals.push(await stage().catch(reportFailure));
    }

    const passed = totals.reduce((sum, each) => sum + each.passed, 0);
    const failed = totals.reduce((sum, each) => sum + each.failed, 0);
    const skipped = totals.flatMap((each) => each.skipped);
    console.log(["", ...skipped.map((name) => `skipped: ${name}`)].join("\n"));
    console.log(
      `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
    );
    return failed > 0 ? 1 : 0;
  },
});
