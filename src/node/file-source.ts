import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { TextSource } from "../datasets/text-source.js";
import { cannotOpen } from "./cannot-open.js";

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
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw cannotOpen(path, error);
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw cannotOpen(path, { code: "EISDIR" });
    return stat.size;
  } finally {
    await file.close();
  }
}
