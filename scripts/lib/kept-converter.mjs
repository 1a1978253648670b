import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, scratch } from "./places.mjs";
import { readIfThere, stampOf } from "./stamp.mjs";

/**
 * tslab's converter of a cell's TypeScript, which keeps its results in files. A conversion depends
 * on the cell, on the declarations of the cells before it, and on the types of the packages it
 * imports. The compiler starts only for what is not kept, which saves seconds when a notebook is
 * run again with other parameters.
 */
export function keptConverter() {
  const require = createRequire(import.meta.url);
  const folder = join(scratch, "conversions");
  const environment = [
    readIfThere(join(root, "src/dist/stamp")),
    readIfThere(join(root, "package-lock.json")),
    process.version,
    process.cwd(),
  ];
  mkdirSync(folder, { recursive: true });

  /** @type {any} */
  let compiler;
  const converter = () => {
    compiler ??= require(join(root, "node_modules/tslab/dist/converter.js")).createConverter({
      isJS: false,
      isBrowser: false,
    });
    return compiler;
  };

  // After a cell that reads other files, a conversion depends on more than its key.
  let keeps = true;

  return {
    /** @param {string} declarations of the cells before @param {string} code */
    convert(declarations, code) {
      keeps &&= !NAMES_FILE.test(code);
      if (!keeps) return converter().convert(declarations, code);
      const file = join(folder, `${stampOf([...environment, declarations, code])}.json`);
      const kept = readIfThere(file);
      if (kept) return JSON.parse(kept);
      const result = converter().convert(declarations, code);
      writeInOneStep(file, JSON.stringify(result));
      return result;
    },
    /** @param {unknown[]} args */
    addModule(...args) {
      keeps = false;
      return converter().addModule(...args);
    },
  };
}

/** A text that starts like the path of a file. */
const NAMES_FILE = /["'`]\.{0,2}\//;

/** @param {string} file @param {string} text */
function writeInOneStep(file, text) {
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}
