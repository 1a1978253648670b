import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The folder `exercises` of this folder or the nearest parent; undefined if there is none. */
export function exerciseFolder(): string | undefined {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const found = join(folder, "exercises");
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The files of a folder of exercises: their JSON by their names without ".json". */
export function readExercises(folder: string | undefined): Record<string, string> {
  if (folder === undefined) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => [basename(file, ".json"), readFileSync(join(folder, file), "utf8")]),
  );
}
