import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { notebookNames, notebookPath } from "../lib/course-notebooks.mjs";
import { codeCells, readNotebook, textOf } from "../lib/notebook.mjs";
import { root, scratch } from "../lib/places.mjs";
import { Stop } from "../lib/program.mjs";
import { readIfThere, stampOf } from "../lib/stamp.mjs";
import { bundleCompiler } from "./bundle-compiler.mjs";

/** @typedef {import("../../lab/kernel/conversion.js").Conversion} Conversion */
/** @typedef {Record<string, string>} Texts by path, as the compiler in the page has it */

/** Where the compiler in the page has the files of the project. */
const PLACES = [
  ["/lib/", join(root, "node_modules/@tslab/typescript-for-tslab/lib/")],
  ["/tslab/", join(root, "node_modules/tslab/")],
  ["/course/node_modules/reelbook/", join(root, "src/")],
  ["/course/node_modules/", join(root, "node_modules/")],
].map(([place = "", folder = ""]) => ({ place, folder }));

/** Declarations that every cell sees without an import. */
const GLOBAL_TYPES = ["node"];

/** The packages that cells can import, and whose types they see. */
const PACKAGES = ["reelbook", "reelbook/reference", "ml-matrix", "tslab"];

const DANFO = "danfojs-node";

/**
 * Converts all code cells of the course with the compiler of the page, and finds the declarations
 * that it reads. Conversions are kept in files: they depend on the cell, the declarations before
 * it, the packages and the compiler.
 *
 * @returns {Promise<{ cells: import("../../lab/kernel/conversions.js").CourseCell[], types: Texts,
 *   danfoTypes: Texts }>} `danfoTypes`: what only cells with danfojs read
 */
export async function convertCourse() {
  const folder = join(scratch, "site/conversions");
  const bundled = join(scratch, "site/compiler.mjs");
  mkdirSync(folder, { recursive: true });
  await bundleCompiler("build", bundled, "esm");
  const environment = ["src/dist/stamp", "package-lock.json", relative(root, bundled)].map((file) =>
    readIfThere(join(root, file)),
  );
  const kept = join(folder, `${stampOf([...environment, "types"])}.json`);
  /** @type {import("../../lab/kernel/compiler/course-compiler.js").CourseCompiler | undefined} */
  let compiler;
  const start = async () => {
    const { courseCompiler, useDisk } = await import(pathToFileURL(bundled).href);
    const reading = useProject(useDisk);
    /** @type {import("../../lab/kernel/compiler/course-compiler.js").CourseCompiler} */
    const started = courseCompiler();
    compiler = started;
    return { compiler: started, reading };
  };

  const types = JSON.parse(readIfThere(kept) || "null") ?? readTypes(await start());
  writeFileSync(kept, JSON.stringify(types));
  const cells = [];
  for (const name of notebookNames()) {
    let before = "";
    for (const code of cellsOf(name)) {
      const file = join(folder, `${stampOf([...environment, before, code])}.json`);
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

/**
 * Lets the compiler read the packages of this project; gives what it reads, by path.
 *
 * @param {(disk: import("../../lab/kernel/compiler/map-system.js").Disk) => void} useDisk
 */
function useProject(useDisk) {
  /** @type {Texts} */
  const reading = {};
  useDisk({
    read(path) {
      const text = isFile(path) ? readFileSync(onDisk(path) ?? "", "utf8") : undefined;
      if (text !== undefined) reading[path] = text;
      return text;
    },
    isFile,
    isFolder: (path) => Boolean(statOf(path)?.isDirectory()),
    folders: (path) => (path === "/course/node_modules/@types" ? GLOBAL_TYPES : []),
  });
  return reading;
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

/** @param {string} path as the compiler names it */
function onDisk(path) {
  const found = PLACES.find(({ place }) => path.startsWith(place));
  return found && join(found.folder, path.slice(found.place.length));
}

/** @param {string} path */
function statOf(path) {
  const file = onDisk(path.endsWith("/") ? path : `${path}/`)?.replace(/[\\/]$/, "");
  return file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
}

/** @param {string} path */
function isFile(path) {
  const file = onDisk(path);
  return Boolean(file && statSync(file, { throwIfNoEntry: false })?.isFile());
}
