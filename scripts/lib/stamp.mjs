import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * What a folder was made from, as one short text. It is written into the folder last, so that a half-made folder has
 * none, and compared with a fresh one to see whether the folder is still current.
 *
 * @param {string[]} ingredients
 */
export function stampOf(ingredients) {
  return createHash("sha256").update(JSON.stringify(ingredients)).digest("hex");
}

/** The text of a file, "" where there is none. @param {string} file */
export function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
