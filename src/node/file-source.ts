import { open } from "node:fs/promises";
import { basename } from "node:path";
import { DataError } from "../datasets/data-error.js";
import type { TextSource } from "../datasets/text-source.js";

const CHUNK = 1 << 20;

/** A file as a source of text. Its bytes are read into one buffer, a megabyte at a time. */
export async function fileSource(path: string): Promise<TextSource> {
  const size = await fileSize(path);
  return {
    name: basename(path),
    size,
    async *chunks() {
      const file = await open(path);
      try {
        const buffer = new Uint8Array(Math.min(CHUNK, size + 1));
        for (;;) {
          const { bytesRead } = await file.read(buffer);
          if (bytesRead === 0) return;
          yield buffer.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    },
  };
}

async function fileSize(path: string): Promise<number> {
  const fail = (reason: string, cure: string) => new DataError({ source: path }, { reason, cure });
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw fail("there is no such file", "look at its name and folder");
    throw fail(`the file cannot be opened (${error.code})`, "look at its permissions");
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw fail("this is a folder", "give the file in it, or loadDataset the folder");
    return stat.size;
  } finally {
    await file.close();
  }
}
