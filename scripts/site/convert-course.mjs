import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { notebookNames, notebookPath } from "../lib/course-notebooks.mjs";
import { codeCells, readNotebook, textOf } from "../lib/notebook.mjs";
import { root, scratch } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { readIfThere, stampOf } from "../lib/stamp.mjs";
import { bundleCompiler } from "./bundle-compiler.mjs";
import { startCompiler } from "./start-compiler.mjs";

/** @typedef {import("../../lab/kernel/conversion.js").Conversion} Conversion */
/** @typedef {import("./start-compiler.mjs").Texts} Texts */

/** The packages that cells can import, and whose types they see. */
const PACKAGES = ["reelbook", "reelbook/reference", "ml-matrix", "tslab"];

const DANFO = "danfojs-node";

/**
 * Converts all code cells of the course with the compiler of the page, and finds the declarations
 * that it reads. Conversions are kept in files: they depend on the cell, the declarations before
 * it, the declarations of the packages and the compiler.
 *
 * @returns {Promise<{ cells: import("../../lab/kernel/conversions.js").CourseCell[], types: Texts,
 *   danfoTypes: Texts }>} `danfoTypes`: what only cells with danfojs read
 */
export async function convertCourse() {
  const folder = join(scratch, "site/conversions");
  const bundled = join(scratch, "site/compiler.mjs");
  mkdirSync(folder, { recursive: true });
  await bundleCompiler("build", bundled, "esm");
  /** @type {import("../../lab/kernel/compiler/course-compiler.js").CourseCompiler | undefined} */
  let compiler;
  const start = async () => {
    const started = await startCompiler(bundled);
    compiler = started.compiler;
    return started;
  };

  const sources = ["src/dist/stamp", "package-lock.json", relative(root, bundled)];
  const installed = stampOf(sources.map((file) => readIfThere(join(root, file))));
  const typesFile = join(folder, `${installed}.json`);
  const types = JSON.parse(readIfThere(typesFile) || "null") ?? readTypes(await start());
  writeFileSync(typesFile, JSON.stringify(types));
  const environment = stampOf([JSON.stringify(types), readIfThere(bundled)]);
  const cells = [];
  for (const name of notebookNames()) {
    let before = "";
    for (const code of cellsOf(name)) {
      const file = join(folder, `${stampOf([environment, before, code])}.json`);
      const known = readIfThere(file);
      compiler ??= known ? undefined : (await start()).compiler;
      const conversion = known ? JSON.parse(known) : compiler?.convert(before, code);
      checkConverted(name, conversion);
      if (!known) writeFileSync(file, JSON.stringify(conversion));
      cells.push({ before, code, conversion });
      before = conversion.declarations ?? "";
    }
  }
  return { cells, ...types };
}

/**
 * The declarations that the packages of the page need, and those that danfojs needs beside them.
 *
 * @param {{ compiler: import("../../lab/kernel/compiler/course-compiler.js").CourseCompiler,
 *   reading: Texts }} started
 */
function readTypes({ compiler, reading }) {
  const imports = PACKAGES.map((name, index) => `import * as package${index} from "${name}";`);
  checkConverted("The import of all packages", compiler.convert("", imports.join("\n")));
  const types = { ...reading };
  checkConverted("The import of danfojs", compiler.convert("", `import * as danfo from "${DANFO}";`));
  const danfoTypes = Object.fromEntries(Object.entries(reading).filter(([path]) => !(path in types)));
  return { types, danfoTypes };
}

/** @param {string} name @returns {string[]} */
function cellsOf(name) {
  const codes = codeCells(readNotebook(notebookPath(name))).map(({ source }) => textOf(source));
  return codes.filter((code) => code.trim() !== "");
}

/** @param {string} place @param {Conversion} conversion */
function checkConverted(place, { diagnostics: [error] }) {
  if (!error) return;
  throw new Stop(`${place} has a type error: ${error.message}. Correct it, then build the site again.`);
}
