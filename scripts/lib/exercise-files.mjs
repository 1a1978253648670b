import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "./places.mjs";
import { Stop } from "./program.mjs";

/** The folder of the course's exercises. */
export const exerciseFolder = join(root, "notebooks", "exercises");

/**
 * @typedef {object} ExerciseFile
 * @property {string} path
 * @property {string} name the notebook's
 * @property {Record<string, Record<string, unknown>>} exercises by their names
 */

/** The course's files of exercises, in order. @returns {ExerciseFile[]} */
export function exerciseFiles() {
  if (!existsSync(exerciseFolder)) return [];
  const files = readdirSync(exerciseFolder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => readExerciseFile(join(exerciseFolder, file)));
}

/**
 * The exercises of a notebook, from the folder `exercises` beside it; without a file, none.
 * @param {string} path of the notebook
 */
export function exercisesBeside(path) {
  const file = join(dirname(path), "exercises", `${basename(path, ".ipynb")}.json`);
  return existsSync(file) ? readExerciseFile(file).exercises : {};
}

/** @param {string} path @returns {ExerciseFile} */
function readExerciseFile(path) {
  try {
    return { path, name: basename(path, ".json"), exercises: JSON.parse(readFileSync(path, "utf8")) };
  } catch (error) {
    throw new Stop(
      `exercises/${basename(path)} is not JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
}
