import { DataError } from "../datasets/records/data-error.js";
import type { TextSource } from "../datasets/records/text-source.js";
import { currentFiles } from "./current-files.js";
import { resolvePath } from "./resolve-path.js";

/** A file of the page as a text source. Throws a `DataError` where there is none. */
export async function fileSource(path: string): Promise<TextSource> {
  const bytes = await readFile(path);
  return {
    name: path.split("/").at(-1) ?? path,
    size: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
}

/** The bytes of a file of the page. Throws a `DataError` where there is none. */
export async function readFile(path: string): Promise<Uint8Array> {
  const files = currentFiles();
  const resolved = resolvePath(files.folder, path);
  const bytes = await files.read(resolved);
  if (bytes) return bytes;
  const fail = (reason: string, cure: string) => new DataError({ source: path }, { reason, cure });
  if (await files.list(resolved)) {
    throw fail("this is a folder", "give a file in it, or load the folder with loadDataset");
  }
  const folder = resolved.split("/").slice(0, -1).join("/");
  throw fail(
    `there is no such file in ${folder ? `the folder ${folder}` : "the top folder"}`,
    "check its name and folder, or drop the file into that folder of the file browser",
  );
}
