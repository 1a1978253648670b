import type { Stats } from "node:fs";
import { DataError } from "../datasets/records/data-error.js";

/** Why a file cannot be opened, as a sentence. */
export function cannotOpen(path: string, { code }: { code?: string }): DataError {
  const fail = (reason: string, cure: string) => new DataError({ source: path }, { reason, cure });
  if (code === "ENOENT") return fail("there is no such file", "look at its name and folder");
  if (code === "EISDIR") return fail("this is a folder", "give the file in it, or loadDataset the folder");
  if (code === "ENXIO") return notRegular(path, "a socket or a device");
  return fail(`the file cannot be opened (${code})`, "look at its path and permissions");
}

/** What stands at a path in place of a regular file, as a sentence. */
export function notARegularFile(path: string, stat: Stats): DataError {
  if (stat.isDirectory()) return cannotOpen(path, { code: "EISDIR" });
  if (stat.isFIFO()) return notRegular(path, "a pipe");
  return notRegular(path, stat.isSocket() ? "a socket" : "a device");
}

function notRegular(path: string, what: string): DataError {
  const cure = "write its content to a file, and give the name of that file";
  return new DataError({ source: path }, { reason: `this is ${what} and no regular file`, cure });
}
