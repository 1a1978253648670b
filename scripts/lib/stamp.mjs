import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * A hash of the inputs of a folder. It is written into the folder last, so that an incomplete
 * folder has none, and compared with a new one to find whether the folder is up to date.
 *
 * @param {string[]} ingredients
 */
export function stampOf(ingredients) {
  return createHash("sha256").update(JSON.stringify(ingredients)).digest("hex");
}

/** The text of a file, "" if it does not exist. @param {string} file */
export function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
