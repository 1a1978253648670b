import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findChromium, NO_CHROMIUM } from "./lib/chromium.mjs";
import { notebookNames, notebookPath } from "./lib/course-notebooks.mjs";
import { drawFigures } from "./lib/draw-figures.mjs";
import { lostData, storedParts } from "./lib/folded-parts.mjs";
import { howToGet } from "./lib/how-to-get.mjs";
import { thisMachine } from "./lib/machine.mjs";
import { PLOTLY, readNotebook } from "./lib/notebook.mjs";
import { root, scratch, useSharedData } from "./lib/places.mjs";
import { program, Stop } from "./lib/program.mjs";
import {
  figuresWithoutPicture,
  notebookText,
  problemsOf,
  withOutputs,
  withPictures,
} from "./lib/published-notebook.mjs";
import { readIfThere } from "./lib/stamp.mjs";
import { writeMinutes } from "./minutes.mjs";
import { runNotebooks } from "./run-notebooks.mjs";
import { setUp } from "./set-up.mjs";

const USAGE = `Puts into the notebooks' files what their readers on the web see: all outputs, and a picture of each figure.
Writes into notebooks/README.md how many minutes each notebook takes, and into notebooks/stored-parts.json what the
engines computed, for readers without them.

  npm run publish-notebooks [-- NAME …] [-- options]

  --check   change nothing; fail where a notebook is not as it was published
  --help    this text`;

/**
 * Runs notebooks in real Jupyter with their default parameters and writes the outputs into their
 * files. What is as before stays so to the byte. A notebook that fails, or would not pass the
 * check, is left alone.
 *
 * @param {string[]} names
 * @returns {Promise<boolean>} whether all were published
 */
async function publish(names) {
  const executed = await execute(names);
  const machine = await thisMachine();
  const notebooks = executed.map(({ path, notebook }) => ({
    path,
    notebook: withOutputs(readNotebook(path), notebook, machine),
  }));
  const figures = notebooks.flatMap(({ notebook }) => figuresWithoutPicture(notebook));
  const drawn = await drawFigures(figures.map(({ data }) => data[PLOTLY]));
  const pictures = new Map(drawn.map((picture, place) => [figures[place] ?? {}, picture]));
  const written = notebooks.map(({ path, notebook }) => write(path, withPictures(notebook, pictures)));
  return written.filter(Boolean).length === names.length;
}

/** The notebooks that run without an error, with their outputs. @param {string[]} names */
async function execute(names) {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "publish-"));
  try {
    const results = await runNotebooks(names, { output: folder });
    const failed = new Set(results.filter(({ error }) => error).map(({ name }) => name));
    const paths = names.map(notebookPath).filter((path) => !failed.has(nameOf(path)));
    return paths.map((path) => ({ path, notebook: readNotebook(join(folder, basename(path))) }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Replaces a notebook's file in one step, unless something is wrong with the notebook.
 *
 * @param {string} path
 * @param {import("./lib/notebook.mjs").Notebook} notebook
 */
function write(path, notebook) {
  const lost = lostData(readNotebook(path), notebook);
  const problems = [...problemsOf(notebook), ...lost.map(lossOf)];
  const text = notebookText(notebook);
  if (problems.length > 0) {
    console.error(`${nameOf(path)}: not published: ${problems.join("; ")}.`);
    return false;
  }
  const isNew = text !== readFileSync(path, "utf8");
  if (isNew) {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
  console.log(`${nameOf(path)}: ${isNew ? "published" : "as it was published"}`);
  return true;
}

/** @param {string} data the name of a data set */
function lossOf(data) {
  return `its folded numbers of ${data} would be lost; run ${howToGet(data)} first`;
}

/**
 * Says for each notebook that is not as it was published what is wrong.
 *
 * @param {string[]} names
 * @returns {string[]} their names
 */
export function checkPublished(names) {
  const wrong = names
    .map((name) => ({ name, problems: problemsOf(readNotebook(notebookPath(name))) }))
    .filter(({ problems }) => problems.length > 0);
  for (const { name, problems } of wrong) {
    console.error(`${name}: ${problems.join("; ")}; run: npm run publish-notebooks -- ${name}`);
  }
  if (!writeStoredParts({ check: true })) {
    console.error(
      "stored-parts.json has not what the notebooks show; run: npm run publish-notebooks -- 14-large",
    );
    return [...wrong.map(({ name }) => name), "stored-parts.json"];
  }
  return wrong.map(({ name }) => name);
}

/**
 * Writes what the engines computed in the published notebooks into notebooks/stored-parts.json.
 *
 * @param {{ check?: boolean }} [options] whether to change nothing
 * @returns {boolean} whether it was right
 */
function writeStoredParts({ check = false } = {}) {
  const file = join(root, "notebooks", "stored-parts.json");
  const parts = storedParts(notebookNames().map((name) => readNotebook(notebookPath(name))));
  const text = `${JSON.stringify(parts, null, 1)}\n`;
  const isRight = text === readIfThere(file);
  if (!isRight && !check) writeFileSync(file, text);
  return isRight;
}

/** @param {string} path */
function nameOf(path) {
  return basename(path, ".ipynb");
}

await program(import.meta.url, {
  usage: USAGE,
  takesNames: true,
  options: { check: { type: "boolean" } },
  async main({ check }, given) {
    const names = given.length > 0 ? given : notebookNames();
    names.forEach(notebookPath);
    if (check) return checkPublished(names).length > 0 ? 1 : 0;

    if (!findChromium()) throw new Stop(NO_CHROMIUM);
    useSharedData();
    await setUp();
    const areAll = await publish(names);
    writeMinutes();
    writeStoredParts();
    return areAll ? 0 : 1;
  },
});
