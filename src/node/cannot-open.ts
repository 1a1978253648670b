import { DataError } from "../datasets/records/data-error.js";

/** Why a file cannot be opened, as a sentence. */
export function cannotOpen(path: string, { code }: { code?: string }): DataError {
  const fail = (reason: string, cure: string) => new DataError({ source: path }, { reason, cure });
  if (code === "ENOENT") return fail("there is no such file", "look at its name and folder");
  if (code === "EISDIR") return fail("this is a folder", "give the file in it, or loadDataset the folder");
  return fail(`the file cannot be opened (${code})`, "look at its path and permissions");
}
