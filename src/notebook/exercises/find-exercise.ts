import { similarTexts } from "../../text/similar-texts.js";
import { currentHost } from "../hosts/current-host.js";
import type { Exercise } from "./exercise.js";
import { parseExercises } from "./parse-exercises.js";

/** All exercises of the course by the names of their notebooks, and their own. */
export function allExercises(): ReadonlyMap<string, ReadonlyMap<string, Exercise>> {
  const texts = Object.entries(currentHost().exercises ?? {});
  return new Map(texts.sort().map(([name, json]) => [name, parseExercises(name, json)]));
}

/**
 * An exercise by its name, "02.1": from the notebook whose file name begins with 02.
 *
 * @throws RangeError if there is none.
 */
export function findExercise(id: string): Exercise {
  const [number] = id.split(".");
  const texts = Object.entries(currentHost().exercises ?? {});
  const own = texts.filter(([name]) => name.split("-")[0] === number);
  const exercises = new Map(own.flatMap(([name, json]) => [...parseExercises(name, json)]));
  const found = exercises.get(id);
  if (found) return found;
  if (texts.length === 0) {
    throw new RangeError(
      `there is no exercise "${id}", because no folder exercises is in this folder or its parents; ` +
        "keep the notebook in the folder of the course",
    );
  }
  const near = similarTexts(id, exercises.size > 0 ? exercises.keys() : texts.map(([name]) => name));
  const hint = near.length > 0 ? `; near it are ${near.join(", ")}` : "";
  throw new RangeError(`there is no exercise "${id}" in the files of the folder exercises${hint}`);
}
