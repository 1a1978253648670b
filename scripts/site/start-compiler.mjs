import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../lib/places.mjs";

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

/**
 * Starts the page's compiler in Node, on the packages of this project.
 *
 * @param {string} bundle of `lab/kernel/compiler/build.ts`
 * @returns {Promise<{
 *   compiler: import("../../lab/kernel/compiler/course-compiler.js").CourseCompiler,
 *   reading: Texts,
 * }>} `reading`: what it reads, by path; grows while it compiles
 */
export async function startCompiler(bundle) {
  const { courseCompiler, useDisk } = await import(pathToFileURL(bundle).href);
  const reading = useProject(useDisk);
  return { compiler: courseCompiler(), reading };
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
