import type { Stats } from "node:fs";
import { DataError } from "../datasets/records/data-error.js";

/** The error for a file that cannot be opened. */
export function cannotOpen(path: string, { code }: { code?: string }): DataError {
  const fail = (reason: string, cure: string) => new DataError({ source: path }, { reason, cure });
  if (code === "ENOENT") return fail("there is no such file", "check its name and folder");
  if (code === "EISDIR")
    return fail("this is a folder", "give a file in it, or load the folder with loadDataset");
  if (code === "ENXIO") return notRegular(path, "a socket or a device");
  return fail(`the file cannot be opened (${code})`, "check its path and permissions");
}

/** The error for a path that is not a regular file. */
export function notARegularFile(path: string, stat: Stats): DataError {
  if (stat.isDirectory()) return cannotOpen(path, { code: "EISDIR" });
  if (stat.isFIFO()) return notRegular(path, "a pipe");
  return notRegular(path, stat.isSocket() ? "a socket" : "a device");
}

function notRegular(path: string, what: string): DataError {
  const cure = "write its content to a file, and give the name of that file";
  return new DataError({ source: path }, { reason: `this is ${what}, not a regular file`, cure });
}
