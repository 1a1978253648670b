import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { TextSource } from "../datasets/records/text-source.js";
import { cannotOpen } from "./cannot-open.js";

const CHUNK = 1 << 20;

/** A file as a source of text. While one megabyte is worked on, the next one is read: two buffers take turns. */
export async function fileSource(path: string): Promise<TextSource> {
  const size = await fileSize(path);
  return {
    name: basename(path),
    size,
    async *chunks() {
      const file = await open(path);
      let [buffer, spare] = [newBuffer(size), newBuffer(size)];
      let reading = file.read(buffer);
      try {
        for (;;) {
          const { bytesRead } = await reading;
          if (bytesRead === 0) return;
          reading = file.read(spare);
          yield buffer.subarray(0, bytesRead);
          [buffer, spare] = [spare, buffer];
        }
      } finally {
        await reading.catch(() => {});
        await file.close();
      }
    },
  };
}

function newBuffer(size: number): Uint8Array {
  return new Uint8Array(Math.min(CHUNK, size + 1));
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
