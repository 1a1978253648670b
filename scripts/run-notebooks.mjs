import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { notebookNames, notebookPath } from "./lib/course-notebooks.mjs";
import { executeNotebook } from "./lib/execute-notebook.mjs";
import { program, Stop } from "./lib/program.mjs";
import { setUp } from "./set-up.mjs";

const USAGE = `Runs notebooks in real Jupyter, two at a time; their files stay as they are.

  npm run notebooks [-- options]               all of notebooks/
  npm run notebook -- NAME [NAME …] [options]   some

  --set NAME=VALUE    another value for one of the notebook's parameters; may be repeated
  --records FILE      write what the notebook records, as JSON { "name": value }
  --html FILE         write the executed notebook as a web page that holds its figures
  --output FILE       write the executed notebook
  --with-solutions    run the folded solutions too; every exercise must then come out right
  --timeout SECONDS   for one cell (default 300)
  --help              this text`;

/**
 * Runs notebooks two at a time and prints a line for each as it ends.
 *
 * @param {string[]} names
 * @param {Parameters<typeof executeNotebook>[1]} options
 * @param {typeof executeNotebook} [execute]
 */
export async function runNotebooks(names, options, execute = executeNotebook) {
  /** @type {import("./lib/execution.mjs").Execution[]} */
  const results = [];
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const result = await execute(name, options);
      console.log(summary(result));
      results.push(result);
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

/** @param {import("./lib/execution.mjs").Execution} result */
function summary({ name, seconds, records, claims, error }) {
  const count = Object.keys(records).length;
  const broken = Object.keys(claims).filter((claim) => !claims[claim]);
  const facts = [
    `${seconds.toFixed(1)} s, ${count} ${count === 1 ? "record" : "records"}`,
    ...(broken.length > 0 && !error ? [`does not hold here: ${broken.join("; ")}`] : []),
  ].join("; ");
  return error ? `${name}: FAILED (${facts}): ${error.replaceAll("\n", "\n  ")}` : `${name}: ${facts}`;
}

/** @param {string} file @param {Record<string, unknown>} records */
export function writeRecords(file, records) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(records, null, 2)}\n`);
}

/**
 * @param {string[]} settings as `name=value`; values stay text, and the notebook's defaults say
 *   what they become
 */
function parseParameters(settings) {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
      if (!name) throw new Stop(`--set ${setting} is not of the form NAME=VALUE, as --set minRatings=50.`);
      return [name, value];
    }),
  );
}

/** @param {string} text */
function parseTimeout(text) {
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new Stop(`--timeout ${text} is not a whole number of seconds; give for example --timeout 600.`);
}

await program(import.meta.url, {
  usage: USAGE,
  takesNames: true,
  options: {
    all: { type: "boolean" },
    set: { type: "string", multiple: true, default: [] },
    records: { type: "string" },
    html: { type: "string" },
    output: { type: "string" },
    "with-solutions": { type: "boolean" },
    timeout: { type: "string", default: "300" },
  },
  async main({ all, set, records, html, output, timeout, "with-solutions": withSolutions }, given) {
    const names = all ? notebookNames() : given;
    const parameters = parseParameters(set);
    const file = records ?? html ?? output;
    if (names.length === 0)
      throw new Stop(`Name a notebook; there are: ${notebookNames().join(", ") || "none yet"}.`);
    if (file && names.length > 1)
      throw new Stop(`${file} can hold one notebook, not ${names.length}; name just one.`);
    const options = { parameters, html, output, withSolutions, timeout: parseTimeout(timeout) };

    names.forEach(notebookPath);

    await setUp();
    const results = await runNotebooks(names, options);
    if (records && results[0]) writeRecords(records, results[0].records);
    return results.some(({ error }) => error) ? 1 : 0;
  },
});
