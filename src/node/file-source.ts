import { basename } from "node:path";
import { DataError } from "../datasets/records/data-error.js";
import type { TextSource } from "../datasets/records/text-source.js";
import { openRegularFile } from "./open-regular-file.js";

const CHUNK_BYTES = 1 << 20;

/**
 * A file as a text source. Two buffers alternate: the next megabyte is read into one while the
 * other is parsed.
 */
export async function fileSource(path: string): Promise<TextSource> {
  const { file: opened, size } = await openRegularFile(path);
  await opened.close();
  return {
    name: basename(path),
    size,
    async *chunks() {
      const { file } = await openRegularFile(path);
      let [buffer, spare] = [newBuffer(size), newBuffer(size)];
      let position = 0;
      let reading = file.read(buffer, 0, buffer.length, position);
      try {
        for (;;) {
          const { bytesRead } = await reading.catch((error: NodeJS.ErrnoException) => {
            throw cannotRead(path, error);
          });
          if (bytesRead === 0) return;
          position += bytesRead;
          reading = file.read(spare, 0, spare.length, position);
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
  return new Uint8Array(Math.min(CHUNK_BYTES, size + 1));
}

function cannotRead(path: string, { code }: NodeJS.ErrnoException): DataError {
  return new DataError(
    { source: path },
    { reason: `the file cannot be read (${code})`, cure: "copy it to another disk and load the copy" },
  );
}
